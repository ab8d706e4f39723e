# expect: all_of_it
def transfer(source, target, amount):
    first, second = sorted([source, target], key=lambda account: account.number)
    with first.lock:
        if source is target:
            return source.balance >= amount
        with second.lock:
            if source.balance - amount > 0:
                source.balance -= amount
                target.balance += amount
                return True
            return False

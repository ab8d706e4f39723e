# expect: not_both
def transfer(source, target, amount):
    with source.lock:
        if source.balance < amount:
            return False
        if source is target:
            return True
        source.balance -= amount
        target.balance += amount
    with target.lock:
        return True

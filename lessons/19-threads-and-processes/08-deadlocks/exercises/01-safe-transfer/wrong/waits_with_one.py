# expect: deadlock
def transfer(source, target, amount):
    if source is target:
        return source.balance >= amount
    with source.lock, target.lock:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True

from contextlib import ExitStack


def transfer(source, target, amount):
    accounts = {account.number: account for account in (source, target)}
    with ExitStack() as stack:
        for number in sorted(accounts):
            stack.enter_context(accounts[number].lock)
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
    return True

import threading


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    """Move money; return whether there was enough."""
    if source is target:
        with source.lock:
            return source.balance >= amount
    first, second = sorted([source, target], key=lambda account: account.number)
    with first.lock, second.lock:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True


if __name__ == "__main__":
    ada, bob = Account(1, 100), Account(2, 100)
    print(transfer(ada, bob, 30), transfer(bob, ada, 200))
    print(ada.balance, bob.balance)

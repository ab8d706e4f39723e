import threading


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    """Move money; return whether there was enough."""
    with source.lock:
        with target.lock:  # TODO: two transfers in opposite directions wait for each other
            if source.balance < amount:
                return False
            source.balance -= amount
            target.balance += amount
            return True


if __name__ == "__main__":
    ada, bob = Account(1, 100), Account(2, 100)
    print(transfer(ada, bob, 30), transfer(bob, ada, 200))
    print(ada.balance, bob.balance)

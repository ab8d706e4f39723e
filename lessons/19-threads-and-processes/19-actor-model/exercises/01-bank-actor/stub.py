import multiprocessing


class Bank:
    """A bank whose accounts belong to an actor."""

    def __init__(self):
        self.accounts = {}  # TODO: in a process of their own

    def deposit(self, name, amount):
        self.accounts[name] = self.accounts.get(name, 0) + amount

    def balance(self, name):
        return self.accounts.get(name, 0)

    def transfer(self, source, target, amount):
        if self.balance(source) < amount:
            return False
        self.deposit(source, -amount)
        self.deposit(target, amount)
        return True

    def ask(self, *message):
        raise ValueError(message)

    def stop(self):
        pass


if __name__ == "__main__":
    bank = Bank()
    bank.deposit("ada", 100)
    print(bank.transfer("ada", "bob", 30), bank.balance("ada"), bank.balance("bob"))
    bank.stop()

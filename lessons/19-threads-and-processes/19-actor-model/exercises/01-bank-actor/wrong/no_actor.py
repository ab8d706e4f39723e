# expect: state_shared
import queue
import threading


class Bank:
    def __init__(self):
        self.accounts = {}

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

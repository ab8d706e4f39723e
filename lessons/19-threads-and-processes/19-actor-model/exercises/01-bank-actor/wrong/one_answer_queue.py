# expect: answers_mixed_up
import multiprocessing
import random
import time


def run(mailbox, answers):
    accounts = {}
    for kind, *rest in iter(mailbox.get, None):
        if kind == "deposit":
            accounts[rest[0]] = accounts.get(rest[0], 0) + rest[1]
        elif kind == "balance":
            answers.put(accounts.get(rest[0], 0))
        elif kind == "transfer":
            source, target, amount = rest
            enough = accounts.get(source, 0) >= amount
            if enough:
                accounts[source] -= amount
                accounts[target] = accounts.get(target, 0) + amount
            answers.put(enough)
        else:
            answers.put(ValueError(kind))


class Bank:
    def __init__(self):
        self.mailbox, self.answers = multiprocessing.Queue(), multiprocessing.Queue()
        self.actor = multiprocessing.Process(target=run, args=(self.mailbox, self.answers))
        self.actor.start()

    def deposit(self, name, amount):
        self.mailbox.put(("deposit", name, amount))

    def ask(self, *message):
        time.sleep(0.02 * random.random())
        self.mailbox.put(message)
        time.sleep(0.05 * random.random())
        result = self.answers.get()
        if isinstance(result, Exception):
            raise result
        return result

    def balance(self, name):
        return self.ask("balance", name)

    def transfer(self, source, target, amount):
        return self.ask("transfer", source, target, amount)

    def stop(self):
        self.mailbox.put(None)
        self.actor.join()

# expect: not_one_message
import multiprocessing
import time


def run(mailbox):
    accounts = {}
    for message, name, value, reply_to in iter(mailbox.get, None):
        if message == "add":
            accounts[name] = accounts.get(name, 0) + value
        elif message == "balance":
            reply_to.send(accounts.get(name, 0))
        else:
            reply_to.send(ValueError(message))


class Bank:
    def __init__(self):
        self.mailbox = multiprocessing.Queue()
        self.actor = multiprocessing.Process(target=run, args=(self.mailbox,))
        self.actor.start()

    def deposit(self, name, amount):
        self.mailbox.put(("add", name, amount, None))

    def balance(self, name):
        return self.ask("balance", name)

    def transfer(self, source, target, amount):
        if self.balance(source) < amount:
            return False
        time.sleep(0.01)
        self.deposit(source, -amount)
        self.deposit(target, amount)
        return True

    def ask(self, message, name):
        ours, theirs = multiprocessing.Pipe()
        self.mailbox.put((message, name, None, theirs))
        result = ours.recv()
        if isinstance(result, Exception):
            raise result
        return result

    def stop(self):
        self.mailbox.put(None)
        self.actor.join()

import multiprocessing
import queue
import threading


class Accounts(dict):
    def deposit(self, name, amount):
        self[name] = self.get(name, 0) + amount

    def balance(self, name):
        return self.get(name, 0)

    def transfer(self, source, target, amount):
        enough = self.balance(source) >= amount
        if enough:
            self.deposit(source, -amount)
            self.deposit(target, amount)
        return enough


def run(connection):
    accounts = Accounts()
    for name, *args in iter(connection.recv, None):
        if name in ("deposit", "balance", "transfer"):
            connection.send(getattr(accounts, name)(*args))
        else:
            connection.send(ValueError(name))


class Bank:
    def __init__(self):
        self.connection, theirs = multiprocessing.Pipe()
        self.actor = multiprocessing.Process(target=run, args=(theirs,), daemon=True)
        self.actor.start()
        self.questions = queue.Queue()
        self.secretary = threading.Thread(target=self.work, daemon=True)
        self.secretary.start()

    def work(self):
        for message, reply in iter(self.questions.get, None):
            self.connection.send(message)
            reply.put(self.connection.recv())
        self.connection.send(None)
        self.actor.join()

    def send(self, *message):
        reply = queue.Queue()
        self.questions.put((message, reply))
        return reply

    def ask(self, *message):
        result = self.send(*message).get()
        if isinstance(result, ValueError):
            raise result
        return result

    def deposit(self, name, amount):
        self.send("deposit", name, amount)

    def balance(self, name):
        return self.ask("balance", name)

    def transfer(self, source, target, amount):
        return self.ask("transfer", source, target, amount)

    def stop(self):
        self.questions.put(None)
        self.secretary.join()

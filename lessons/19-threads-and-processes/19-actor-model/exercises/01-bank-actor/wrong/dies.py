# expect: dies_of_bad_message
import multiprocessing


def run(mailbox):
    accounts = {}
    for message, reply_to in iter(mailbox.get, None):
        match message:
            case ("deposit", name, amount):
                accounts[name] = accounts.get(name, 0) + amount
            case ("balance", name):
                reply_to.send(accounts.get(name, 0))
            case ("transfer", source, target, amount):
                enough = accounts.get(source, 0) >= amount
                if enough:
                    accounts[source] -= amount
                    accounts[target] = accounts.get(target, 0) + amount
                reply_to.send(enough)
            case _:
                raise ValueError(message)


class Bank:
    def __init__(self):
        self.mailbox = multiprocessing.Queue()
        self.actor = multiprocessing.Process(target=run, args=(self.mailbox,), daemon=True)
        self.actor.start()

    def deposit(self, name, amount):
        self.mailbox.put((("deposit", name, amount), None))

    def ask(self, *message):
        ours, theirs = multiprocessing.Pipe()
        self.mailbox.put((message, theirs))
        return ours.recv()

    def balance(self, name):
        return self.ask("balance", name)

    def transfer(self, source, target, amount):
        return self.ask("transfer", source, target, amount)

    def stop(self):
        self.mailbox.put(None)
        self.actor.join()

import multiprocessing


def answer(accounts, message):
    """Handle one message; return the answer."""
    match message:
        case ("deposit", name, amount):
            accounts[name] = accounts.get(name, 0) + amount
        case ("balance", name):
            return accounts.get(name, 0)
        case ("transfer", source, target, amount):
            if accounts.get(source, 0) < amount:
                return False
            accounts[source] -= amount
            accounts[target] = accounts.get(target, 0) + amount
            return True
        case _:
            return ValueError(f"the bank does not know the message {message!r}")


def run(mailbox):
    """The actor: one message after the other."""
    accounts = {}
    for message, reply_to in iter(mailbox.get, None):
        result = answer(accounts, message)
        if reply_to is not None:
            reply_to.send(result)


class Bank:
    """A bank whose accounts belong to an actor."""

    def __init__(self):
        self._mailbox = multiprocessing.Queue()
        self._actor = multiprocessing.Process(target=run, args=(self._mailbox,))
        self._actor.start()

    def deposit(self, name, amount):
        self._mailbox.put((("deposit", name, amount), None))

    def balance(self, name):
        return self.ask("balance", name)

    def transfer(self, source, target, amount):
        return self.ask("transfer", source, target, amount)

    def ask(self, *message):
        ours, theirs = multiprocessing.Pipe()
        self._mailbox.put((message, theirs))
        result = ours.recv()
        if isinstance(result, Exception):
            raise result
        return result

    def stop(self):
        self._mailbox.put(None)
        self._actor.join()


if __name__ == "__main__":
    bank = Bank()
    bank.deposit("ada", 100)
    print(bank.transfer("ada", "bob", 30), bank.balance("ada"), bank.balance("bob"))
    bank.stop()

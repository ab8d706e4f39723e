# expect: not_one_message
import multiprocessing
import queue
import threading
import time


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


def run(mailbox, answers):
    """The actor: one message after the other."""
    accounts = {}
    for address, message in iter(mailbox.get, None):
        result = answer(accounts, message)
        if address is not None:
            answers.put((address, result))
    answers.put(None)


class Bank:
    """A bank whose accounts belong to an actor."""

    def __init__(self):
        self._mailbox, self._answers = multiprocessing.SimpleQueue(), multiprocessing.SimpleQueue()
        self._actor = multiprocessing.Process(target=run, args=(self._mailbox, self._answers))
        self._actor.start()
        self._waiting = {}  # address: where the asker waits
        threading.Thread(target=self._deliver, daemon=True).start()

    def _deliver(self):
        """Bring each answer to the one who asked."""
        for address, result in iter(self._answers.get, None):
            self._waiting.pop(address).put(result)

    def deposit(self, name, amount):
        self._mailbox.put((None, ("deposit", name, amount)))

    def balance(self, name):
        return self.ask("balance", name)

    def transfer(self, source, target, amount):
        if self.balance(source) < amount:
            return False
        time.sleep(0.01)
        self.deposit(source, -amount)
        self.deposit(target, amount)
        return True

    def ask(self, *message):
        reply = queue.SimpleQueue()
        address = id(reply)
        self._waiting[address] = reply
        self._mailbox.put((address, message))
        result = reply.get()
        if isinstance(result, Exception):
            raise result
        return result

    def stop(self):
        self._mailbox.put(None)
        self._actor.join()

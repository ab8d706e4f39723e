"""Checks for safe-transfer."""
import threading
import time
import lab


class SlowLock:
    """A lock after which its owner rests, so that every race happens."""

    def __init__(self):
        self.inner = threading.Lock()
        self.owner = None

    def acquire(self, blocking=True, timeout=-1):
        got = self.inner.acquire(blocking, timeout)
        if got:
            self.owner = threading.get_ident()
            time.sleep(0.02)
        return got

    def release(self):
        self.owner = None
        self.inner.release()

    __enter__ = acquire

    def __exit__(self, *error):
        self.release()


class Account:
    """An account which notes balances that were touched without its lock."""

    def __init__(self, number, balance):
        self.number, self.money, self.lock, self.n_unlocked = number, balance, SlowLock(), 0

    def __lt__(self, other):
        return self.number < other.number

    @property
    def balance(self):
        self.n_unlocked += self.lock.owner != threading.get_ident()
        return self.money

    @balance.setter
    def balance(self, money):
        self.n_unlocked += self.lock.owner != threading.get_ident()
        self.money = money


def together(*calls):
    """Make calls of transfer at the same time; return the results and the time, or (None, ...)."""
    transfer, results = lab.load().transfer, [None] * len(calls)
    work = lambda index, args: results.__setitem__(index, lab.calls(transfer, *args))
    threads = [threading.Thread(target=work, args=pair, daemon=True) for pair in enumerate(calls)]
    start = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0, start + 2 - time.monotonic()))
    if None in results:
        return None, 2
    for outcome in results:
        lab.true(outcome.error is None, f"transfer raised {outcome.error!r}.")
    return [outcome.value for outcome in results], time.monotonic() - start


@lab.check("a transfer moves the amount, or nothing if there is not enough")
def one_transfer():
    ada, bob = Account(1, 100), Account(2, 50)
    results, _ = together((ada, bob, 30))
    lab.equal((results, ada.money, bob.money), ([True], 70, 80), call="the result and the balances after 30 of 100")
    results, _ = together((ada, bob, 71))
    lab.equal((results, ada.money, bob.money), ([False], 70, 80), call="the result and the balances after 71 of 70")
    results, _ = together((ada, bob, 70))
    lab.equal((results, ada.money, bob.money), ([True], 0, 150), call="the result and the balances after 70 of 70",
              reply="all_of_it")


@lab.check("transfers in opposite directions end")
def opposite():
    ada, bob, cem = Account(7, 100), Account(3, 100), Account(5, 100)
    results, _ = together((ada, bob, 10), (bob, ada, 20))
    lab.true(results, "Two transfers in opposite directions had not ended after 2 seconds.", reply="deadlock")
    lab.equal((ada.money, bob.money), (110, 90), call="the balances after 10 there and 20 back")
    lab.true(together((ada, bob, 10), (bob, cem, 10), (cem, ada, 10))[0],
             "Three transfers in a circle had not ended after 2 seconds.", reply="deadlock")


@lab.check("a transfer from an account to itself changes nothing")
def to_itself():
    ada = Account(1, 100)
    results, _ = together((ada, ada, 30))
    lab.true(results == [True] and ada.money == 100, f"transfer(ada, ada, 30) had the result {results} after 2 seconds, "
             f"and the balance is {ada.money}.", reply="same_account")
    lab.equal(together((ada, ada, 130))[0], [False], call="transfer(ada, ada, 130) with 100 on it", reply="same_account")


@lab.check("no account is overdrawn when several transfers come at once")
def overdrawn():
    ada, others = Account(5, 100), [Account(number, 0) for number in (1, 9, 3)]
    results, _ = together(*[(ada, other, 60) for other in others])
    lab.true(results and ada.money >= 0, f"Three transfers of 60 from 100 left {ada.money}.", reply="overdrawn")
    lab.equal((results.count(True), ada.money), (1, 40), call="the number of transfers that went through, and what is left")


@lab.check("both locks are held while the balances are read and written")
def both_locks():
    ada, bob = Account(1, 100), Account(2, 50)
    together((ada, bob, 30))
    lab.true(ada.n_unlocked == 0 and bob.n_unlocked == 0, f"Balances were touched {ada.n_unlocked + bob.n_unlocked} times "
             "without the lock of their account.", reply="not_both")


@lab.check("transfers between different accounts do not wait for each other")
def independent():
    accounts = [Account(number, 100) for number in range(16)]
    results, seconds = together(*[(accounts[n], accounts[n + 8], 1) for n in range(8)])
    lab.true(results and seconds < 0.2, f"Eight independent transfers took {seconds:.2f} seconds, and one takes 0.04.",
             reply="one_for_all")

"""Checks for safe-stock."""
import ast
import threading
import time
import lab


class Store:
    """A store whose slow calls make every race happen."""

    def __init__(self, **numbers):
        self.numbers = numbers
        self.fails = False

    def read(self, item):
        number = self.numbers[item]
        time.sleep(0.01)
        return number

    def write(self, item, number):
        time.sleep(0.01)
        if self.fails:
            raise OSError("disk full")
        self.numbers[item] = number


def outcomes_of(*calls):
    """Make calls, given as (function, *args), at the same time; return their outcomes."""
    outcomes = [None] * len(calls)

    def work(index, function, *args):
        outcomes[index] = lab.calls(function, *args)

    threads = [threading.Thread(target=work, args=(index, *call), daemon=True) for index, call in enumerate(calls)]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + 3
    for thread in threads:
        thread.join(max(0, deadline - time.monotonic()))
    return outcomes


def together(*calls):
    """Make calls at the same time; return their values, or None if they do not end."""
    outcomes = outcomes_of(*calls)
    if None in outcomes:
        return None
    for outcome in outcomes:
        lab.true(outcome.error is None, f"A call raised {outcome.error!r}.")
    return [outcome.value for outcome in outcomes]


def locks_in_methods():
    """Say whether a lock is made anywhere but in __init__, at class or at module level."""
    methods = [node for node in ast.walk(lab.tree()) if isinstance(node, ast.FunctionDef) and node.name != "__init__"]
    calls = [node.func for method in methods for node in ast.walk(method) if isinstance(node, ast.Call)]
    return any(getattr(it, "attr", getattr(it, "id", "")) in ("Lock", "RLock") for it in calls)


@lab.check("ten threads add to an item, and nothing is lost")
def adding():
    store = Store(lamp=5)
    stock = lab.load().Stock(store)
    ended = together(*[(stock.add, "lamp", 1)] * 10)
    lab.true(ended, "Ten calls of add had not ended after 3 seconds.", reply="deadlock")
    lab.equal(store.numbers["lamp"], 15, call="5 lamps and ten times 1 more",
              reply="lock_per_call" if locks_in_methods() else "lost_update")


@lab.check("no more is taken than there is")
def taking():
    store = Store(lamp=3)
    stock = lab.load().Stock(store)
    results = together(*[(stock.take, "lamp", 1)] * 8)
    lab.true(results, "Eight calls of take had not ended after 3 seconds.", reply="deadlock")
    lab.true(results.count(True) == 3 and store.numbers["lamp"] == 0, f"Of 3 lamps, {results.count(True)} were sold to "
             f"8 customers, and {store.numbers['lamp']} are left.", reply="oversold")
    lab.equal(results.count(False), 5, call="the number of customers who were told False")


@lab.check("move and take get along with each other")
def moving():
    store = Store(lamp=3, desk=0)
    stock = lab.load().Stock(store)
    results = together((stock.move, "lamp", "desk", 2), (stock.move, "lamp", "desk", 2), (stock.add, "desk", 1))
    lab.true(results, "Two calls of move and one of add had not ended after 3 seconds.", reply="deadlock")
    lab.equal(sorted(map(str, results[:2])), ["False", "True"], call="what two moves of 2 out of 3 lamps return",
              reply="oversold")
    lab.equal(store.numbers, {"lamp": 1, "desk": 3}, call="the stock afterward", reply="lost_update")


class Polite:
    """A lock whose owner steps back after giving it up, so that others get in."""

    def __init__(self, make):
        self.inner = make()
        self.acquire = self.inner.acquire

    def release(self):
        self.inner.release()
        time.sleep(0.02)

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


def polite_stock(store):
    lock, rlock = threading.Lock, threading.RLock
    threading.Lock, threading.RLock = (lambda: Polite(lock)), (lambda: Polite(rlock))
    try:
        return lab.load().Stock(store)
    finally:
        threading.Lock, threading.RLock = lock, rlock


@lab.check("nobody sees half a move")
def half_a_move():
    stock = polite_stock(Store(lamp=9, desk=1))
    for pause in (0, 0.015, 0.025, 0.035):
        ended = together((stock.move, "lamp", "desk", 1), (lambda: (time.sleep(pause), stock.total(["lamp", "desk"]))[1],))
        lab.true(ended, "A call of move and one of total had not ended after 3 seconds.", reply="deadlock")
        lab.equal(ended[1], 10, call="the total while one of 10 pieces is moved", reply="half_a_move")


@lab.check("the stock is usable after the store has failed")
def after_failure():
    store = Store(lamp=3, desk=0)
    stock = lab.load().Stock(store)
    for function, args in ((stock.add, ("lamp", 1)), (stock.take, ("lamp", 1)), (stock.move, ("lamp", "desk", 1))):
        store.fails = True
        outcomes = outcomes_of((function, *args), (function, *args))
        store.fails = False
        lab.true(any(outcomes), f"{function.__name__} had not ended after 3 seconds.", reply="deadlock")
        lab.true(all(outcomes), f"After {function.__name__} had failed, the next call waited for ever.", reply="lock_kept")
        lab.true(all(isinstance(it.error, OSError) for it in outcomes), f"With a full disk, {function.__name__} should "
                 f"raise the store's OSError, but it gave {[it.error or it.value for it in outcomes]}.")
    lab.equal(together((stock.add, "lamp", 1), (stock.total, ["lamp"]))[0], None, call="add, when the disk is empty again")

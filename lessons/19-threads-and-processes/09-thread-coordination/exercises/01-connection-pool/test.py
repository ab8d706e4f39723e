"""Checks for connection-pool."""
import threading
import time
import lab


class Office:
    """A pool of the learner, and what its borrowers saw."""

    def __init__(self, size):
        self.made, self.lent, self.most, self.n_shared, self.errors = 0, [], 0, 0, []
        self.lock = threading.Lock()
        self.pool = lab.load().Pool(self.connect, size)

    def connect(self):
        with self.lock:
            self.made += 1
            number = self.made
        time.sleep(0.01)
        return f"connection {number}"

    def use(self, seconds=0.05, error=None, timeout=None):
        try:
            with self.pool.connection(timeout=timeout) as connection:
                with self.lock:
                    self.n_shared += connection in self.lent
                    self.lent.append(connection)
                    self.most = max(self.most, len(self.lent))
                time.sleep(seconds)
                with self.lock:
                    self.lent.remove(connection)
                if error:
                    raise error
        except BaseException as raised:
            if raised is not error:
                self.errors.append(raised)
        return True

    def many(self, n, **how):
        """Let n borrowers come at once; return whether all ended within 3 seconds."""
        threads = [threading.Thread(target=self.use, kwargs=how, daemon=True) for _ in range(n)]
        for thread in threads:
            thread.start()
        deadline = time.monotonic() + 3
        for thread in threads:
            thread.join(max(0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in threads)


@lab.check("no more are lent out than the pool has places, and each to one borrower")
def limited():
    office = Office(3)
    ended = office.many(9)
    lab.true(not office.errors, f"Borrowing a connection raised {office.errors[:1]}.")
    lab.true(office.most <= 3, f"A pool of 3 had {office.most} connections lent out at once.", reply="too_many")
    lab.equal(office.n_shared, 0, call="the number of times a connection was lent to two borrowers at once", reply="shared")
    lab.true(ended, "Nine borrowers of a pool of 3 had not ended after 3 seconds.")
    lab.equal(office.most, 3, call="the number of borrowers at once, with 9 of them and 3 places", reply="one_at_a_time")


@lab.check("connections are lent out again")
def reused():
    office = Office(3)
    for _ in range(3):
        office.many(1)
    lab.equal(office.made, 1, call="the number of connections made for three borrowers, one after the other", reply="no_reuse")
    office.many(9)
    lab.true(office.made <= 3, f"A pool of 3 made {office.made} connections.", reply="no_reuse")


@lab.check("a connection goes back when its block fails")
def failing():
    office = Office(2)
    office.many(2, error=LookupError("no such table"))
    ended = office.many(2)
    lab.true(ended, "After two blocks had failed, nobody got a connection from a pool of 2.", reply="not_returned")
    lab.true(office.made <= 2, f"After two blocks had failed, a pool of 2 has made {office.made} connections.", reply="not_returned")


@lab.check("a wait with a timeout ends with a TimeoutError")
def timing_out():
    office = Office(1)
    threading.Thread(target=office.use, args=(0.6,), daemon=True).start()
    time.sleep(0.1)
    ended = office.many(1, timeout=0.1)
    early = bool(office.errors)
    lab.true(ended and early and isinstance(office.errors[0], TimeoutError), "With a timeout of 0.1 and nothing free, connection() "
             f"should raise a TimeoutError, but there was {office.errors}.", reply="waits_for_ever")


@lab.check("a wait that timed out does not change how many places there are")
def after_timing_out():
    office = Office(2)
    helpers = [threading.Thread(target=office.use, args=(0.5,), daemon=True) for _ in range(2)]
    for helper in helpers:
        helper.start()
    time.sleep(0.1)
    office.many(2, timeout=0.05)
    for helper in helpers:
        helper.join(3)
    office.most = 0
    ended = office.many(6)
    lab.true(ended and office.most == 2, f"After two time-outs a pool of 2 lent out {office.most} at once.", reply="place_lost")

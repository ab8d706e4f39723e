"""Checks for record-entries."""

import builtins
import io
import threading

import lab

REAL_OPEN = io.open
opened = []


def tracking(*args, **kwargs):
    """Open a file and remember it, so that nobody closes it behind our back."""
    opened.append(REAL_OPEN(*args, **kwargs))
    return opened[-1]


class Guard:
    """A lock that notes whether a file was open while it was taken or given back."""

    def __init__(self):
        self.lock, self.outside = threading.Lock(), False

    def acquire(self, *args, **kwargs):
        self.outside |= not all(file.closed for file in opened)
        return self.lock.acquire(*args, **kwargs)

    def release(self, *error):
        self.outside |= not all(file.closed for file in opened)
        self.lock.release()

    __enter__, __exit__ = acquire, release


def record(lock, path, entries):
    """Call the learner's function; return the outcome, and whether all its files are closed."""
    main = lab.load()
    del opened[:]
    builtins.open = io.open = tracking
    try:
        outcome = lab.calls(main.record, lock, path, entries)
    finally:
        builtins.open = io.open = REAL_OPEN
    closed = all(file.closed for file in opened)
    for file in opened:
        file.close()
    return outcome, closed


def text(path):
    try:
        with REAL_OPEN(path) as file:
            return file.read()
    except FileNotFoundError:
        return ""


@lab.check("the entries stand in the file, after those that were there")
def appends():
    with REAL_OPEN("a.txt", "w") as file:
        file.write("old;1\n")
    for entries, count in (([("ada", 1250), ("bob", 80)], 2), (iter([("cy", 5)]), 1), ([], 0)):
        outcome, _ = record(threading.Lock(), "a.txt", entries)
        if outcome.error is not None:
            raise outcome.error
        lab.equal(outcome.value, count, call="the number of entries")
    lab.true("old" in text("a.txt"), "The line `old;1` vanished.", reply="overwritten")
    lab.equal(text("a.txt"), "old;1\nada;1250\nbob;80\ncy;5\n", call="the journal")


@lab.check("the lock is held as long as entries are worked on")
def holds_the_lock():
    lock = threading.Lock()
    seen = []

    def entries():
        for name in "ab":
            seen.append(lock.locked())
            yield name, 1

    record(lock, "b.txt", entries())
    lab.true(False not in seen, "An entry was asked for while the lock was free.", reply="not_locked")
    lab.equal(seen, [True, True], call="Whether the lock was held, for each of two entries,")
    lab.true(not lock.locked(), "At the end the lock is still held.")


@lab.check("when an entry fails, lock and file are given back, and the caller hears of it")
def bad_entry():
    for failure in (ValueError("bad entry"), KeyboardInterrupt()):
        lock = threading.Lock()

        def entries():
            yield "ada", 1
            raise failure

        outcome, closed = record(lock, f"{type(failure).__name__}.txt", entries())
        lab.true(not lock.locked(), f"An entry raised {failure!r}, and the lock is still held.", reply="lock_kept")
        lab.true(closed, f"An entry raised {failure!r}, and the file is still open.", reply="file_open")
        lab.true(outcome.error is failure, f"An entry raised {failure!r}, and record() gave "
                 f"{outcome.error or outcome.value!r}.", reply="failure_hidden")
        lab.equal(text(f"{type(failure).__name__}.txt"), "ada;1\n",
                  call="the journal after the second entry has failed", reply="all_at_the_end")


@lab.check("when the file cannot be opened, the lock is given back")
def no_file():
    lock = threading.Lock()
    outcome, _ = record(lock, "no/such/folder.txt", [("ada", 1)])
    lab.true(not lock.locked(), "The folder is missing, and the lock is still held.", reply="lock_kept")
    lab.true(isinstance(outcome.error, FileNotFoundError), "The folder is missing, and record() gave "
             f"{outcome.error or outcome.value!r}.", reply="failure_hidden")


@lab.check("the file is open only while the lock is held")
def inside():
    guard = Guard()
    record(guard, "c.txt", [("ada", 1)])
    lab.true(not guard.outside, "The file was open while the lock was taken, or while it was given back.",
             reply="file_outside")

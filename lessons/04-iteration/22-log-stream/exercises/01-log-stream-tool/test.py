"""Checks for log-stream-tool, one or two for each step."""
import itertools
import weakref

import lab

LINES = ["1 /a 200 10", "oops", "3 /b 500 20", "", "4 /a x 5", "9 /a 503 40"]


def module(name):
    lab.load("source")
    return lab.load(name)


def entries(*times):
    from entry import Entry
    return [Entry(time, "web", f"/{time % 2}", 200 + 300 * (time % 2), time) for time in times]


class Stream:
    """Entries without an end, one each step seconds; counts, and stops whoever takes too many."""

    def __init__(self, start=0, step=1):
        self.start, self.step, self.n_taken = start, step, 0

    def __iter__(self):
        for time in itertools.count(self.start, self.step):
            self.n_taken += 1
            if self.n_taken > 500:
                raise OverflowError("more than 500 entries were taken")
            yield entries(time)[0]


def make_log():
    with open("test.log", "w") as file:
        file.write("\n".join(LINES))
    return module("source").Log("test.log")


def take(it, n):
    return list(itertools.islice(it, n))


@lab.check("Step 1: a Log gives the entries of a file, without bad lines")
def step_1():
    log = make_log()
    outcome = lab.calls(lambda: list(log))
    lab.true(outcome.error is None, f"list(Log('test.log')) raised {outcome.error!r}.",
             reply="bad_line" if isinstance(outcome.error, ValueError) else None)
    from entry import Entry
    wanted = [Entry(1, "test", "/a", 200, 10), Entry(3, "test", "/b", 500, 20), Entry(9, "test", "/a", 503, 40)]
    lab.equal(outcome.value, wanted, call=f"The entries of {LINES}", reply="bad_line" if outcome.value == wanted[:1] else None)


@lab.check("Step 1: a Log can be walked twice, and in nested loops")
def step_1_again():
    log = make_log()
    found = [(a.time, b.time) for a in log for b in log]
    lab.equal(found, list(itertools.product([1, 3, 9], repeat=2)), call="The times of two nested loops",
              reply="one_place")
    lab.equal(len(list(log)), 3, call="The number of entries in a later loop", reply="one_place")


@lab.check("Step 2: merged hands out the entries in the order of time")
def step_2():
    merged = module("source").merged
    found = [it.time for it in merged([entries(1, 4, 9), entries(2, 3), [], iter(entries(5))])]
    lab.equal(found, [1, 2, 3, 4, 5, 9], call="The times of four merged logs")


@lab.check("Step 2: merged takes no more than it needs")
def step_2_lazy():
    fast, slow = Stream(0, 1), Stream(5, 10)
    outcome = lab.calls(lambda: take(module("source").merged([fast, slow]), 7))
    lab.true(outcome.error is None, f"Merging two endless logs: {outcome.error!r}.", reply="reads_ahead")
    lab.equal([it.time for it in outcome.value], [0, 1, 2, 3, 4, 5, 5], call="The first times of two endless logs")
    lab.true(fast.n_taken <= 8 and slow.n_taken <= 3, f"For 7 entries, {fast.n_taken} and {slow.n_taken} were "
             "taken from the logs.", reply="reads_ahead")


def times(sessions):
    return [[it.time for it in session] for session in sessions]


@lab.check("Step 3: sessions cuts where the gap is too large")
def step_3():
    sessions = module("stages").sessions
    for given, gap, wanted in [((1, 3, 5, 20, 22), 2, [[1, 3, 5], [20, 22]]), ((1, 9), 2, [[1], [9]]),
                               ((4,), 1, [[4]]), ((), 1, [])]:
        found = times(list(sessions(iter(entries(*given)), gap)))
        reply = None
        if found == wanted[:-1]:
            reply = "last_session"
        elif given == (1, 3, 5, 20, 22) and found[:1] == [[1, 3]]:
            reply = "gap_from_start"
        lab.equal(found, wanted, call=f"The sessions of the times {given} with the gap {gap}", reply=reply)


@lab.check("Step 3: a session comes as soon as it is over")
def step_3_lazy():
    stream = Stream(0, 10)
    found = times(take(module("stages").sessions(stream, 5), 2))
    lab.equal(found, [[0], [10]], call="The first two sessions of an endless log")
    lab.true(stream.n_taken <= 3, f"For two sessions of one entry, {stream.n_taken} entries were taken.")


class Number(float):
    """A number that can be watched."""


@lab.check("Step 4: moving_mean gives the mean of the last values")
def step_4():
    moving_mean = module("stages").moving_mean
    found = list(moving_mean(iter([2, 4, 6, 8]), 3))
    lab.equal(found, [2.0, 3.0, 4.0, 6.0], call="list(moving_mean([2, 4, 6, 8], 3))")
    lab.equal(take(moving_mean(itertools.count(), 2), 3), [0.0, 0.5, 1.5], call="The start of moving_mean(count(), 2)")


@lab.check("Step 4: moving_mean forgets what it does not need")
def step_4_memory():
    alive, most = weakref.WeakSet(), 0

    def numbers():
        nonlocal most
        for n in range(60):
            number = Number(n)
            alive.add(number)
            most = max(most, len(alive))
            yield number
            del number

    for _ in module("stages").moving_mean(numbers(), 3):
        pass
    lab.true(most < 12, f"For a mean of 3 values, {most} were kept.", reply="keeps_values")


@lab.check("Step 5: slowest gives the longest times of each path, in one walk")
def step_5():
    slowest = module("stages").slowest
    found = slowest(iter(entries(5, 2, 9, 7, 4)), 2)
    lab.equal(found, {"/0": [4, 2], "/1": [9, 7]}, call="slowest(..., 2)",
              reply="second_walk" if found and not all(found.values()) or found == {} else None)
    lab.equal(list(found), ["/0", "/1"], call="The order of the paths")
    lab.equal(slowest([], 2), {}, call="slowest of no entries")


@lab.check("Step 6: report hands out a line for each session, at once")
def step_6():
    report = module("main").report
    found = list(report(iter(entries(10, 11, 14, 60)), 5))
    lab.equal(found, ["10-14: 3 requests, 1 failed", "60-60: 1 requests, 0 failed"], call="The report")
    outcome = lab.calls(lambda: take(report(Stream(0, 10), 5), 2))
    lab.true(outcome.error is None, f"The report of an endless log: {outcome.error!r}.", reply="collects_report")


@lab.check("Step 6: the program prints the report of its two logs")
def step_6_program():
    ran = lab.run()
    lab.true(ran.error is None, f"The program raised {ran.error!r}.")
    lab.equal(ran.stdout.splitlines(), ["10-14: 4 requests, 1 failed", "60-63: 3 requests, 0 failed",
              "200-200: 1 requests, 1 failed"], call="The output of the program")

"""Checks for build-the-factory, one or two for each step."""
import concurrent.futures
import os
import threading
import time
from collections import Counter
import lab

LOG = "09:15 ERROR disk full\n\n09:16 INFO all is well\nERROR\n09:17 DEBUG x\n   \n10:00 INFO\nnonsense\n"
COUNTS = Counter(INFO=2, ERROR=1, unreadable=3)


def within(seconds, function, *args):
    """Call a function in a thread of its own; return its outcome, or None if it takes longer."""
    outcomes = []
    thread = threading.Thread(target=lambda: outcomes.append(lab.calls(function, *args)), daemon=True)
    thread.start()
    thread.join(seconds)
    return outcomes[0] if outcomes else None


def loaded(name):
    lab.load()
    return lab.load(name)


@lab.check("Step 1: parse counts the levels, and lines that it cannot read")
def step_1():
    outcome = lab.calls(loaded("parsing").parse, LOG)
    lab.true(outcome.error is None, f"parse raised {outcome.error!r}.", reply="bad_line_fatal")
    lab.equal(dict(outcome.value), dict(COUNTS), call="the levels of a log with three unreadable lines", reply="bad_line_fatal")
    lab.equal(dict(lab.calls(loaded("parsing").parse, "").value), {}, call="the levels of an empty text")


class Number(int):
    """A number that is slow to add to, so that every race happens."""

    def __add__(self, other):
        time.sleep(0.005)
        return Number(int(self) + other)


@lab.check("Step 2: no step is lost, and each number is told once")
def step_2():
    told = []
    progress = loaded("fetching").Progress(8, lambda done, total: told.append((int(done), total)))
    for name, value in list(vars(progress).items()):
        if value == 0 and type(value) is int:
            setattr(progress, name, Number(0))
    threads = [threading.Thread(target=progress.step, daemon=True) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(3)
    lab.equal(sorted(told), [(number, 8) for number in range(1, 9)], call="what on_change was told in eight steps", reply="progress_lost")
    lab.equal(int(progress.done), 8, call="progress.done", reply="progress_lost")


@lab.check("Step 2: on_change may use the progress itself")
def step_2_callback():
    def on_change(done, total):
        other = threading.Thread(target=lambda: (progress.step() if done == 1 else None, seen.append(int(progress.done))), daemon=True)
        other.start()
        other.join(1)

    seen = []
    progress = loaded("fetching").Progress(2, on_change)
    outcome = within(5, progress.step)
    lab.true(outcome is not None and len(seen) == 2 and seen[-1] == 2, "on_change started a thread that made another step, and that did "
             "not end.", reply="callback_in_lock")


class Servers:
    """Servers that note how many of them are asked at once."""

    def __init__(self, **errors):
        self.errors, self.now, self.most = errors, 0, 0
        self.lock = threading.Lock()

    def fetch(self, server):
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        time.sleep(0.02 * (9 - int(server[-1])))
        with self.lock:
            self.now -= 1
        if server in self.errors:
            raise self.errors[server]
        return f"09:15 INFO from {server}\n"


NAMES = [f"web{number}" for number in range(8)]


def fetched(servers, max_workers):
    told = []
    fetching = loaded("fetching")
    progress = fetching.Progress(8, lambda done, total: told.append(done))
    outcome = within(10, fetching.fetch_all, NAMES, servers.fetch, progress, max_workers)
    lab.true(outcome is not None, "fetch_all had not ended after 10 seconds.")
    return outcome, told


@lab.check("Step 3: all servers are asked at once, up to the limit, in order")
def step_3():
    servers = Servers(web2=ConnectionError("no route"), web7=ConnectionResetError("reset"))
    outcome, told = fetched(servers, 8)
    lab.true(outcome.error is None, f"fetch_all raised {outcome.error!r}.")
    lab.true(servers.most > 1, "No two servers were asked at the same time.", reply="one_by_one")
    texts, failed = outcome.value
    lab.equal([text.split()[-1] for text in texts], ["web0", "web1", "web3", "web4", "web5", "web6"], call="the texts, by their servers")
    lab.equal(list(failed), ["web2", "web7"], call="the servers that did not answer")
    lab.equal(sorted(told), list(range(1, 9)), call="the progress that was told for 8 servers")
    servers = Servers()
    fetched(servers, 3)
    lab.true(servers.most <= 3, f"With max_workers=3, {servers.most} servers were asked at once.", reply="too_many")


@lab.check("Step 3: a bug in fetch reaches the caller")
def step_3_bug():
    bug = TypeError("bug")
    outcome, _ = fetched(Servers(web4=bug), 8)
    lab.true(outcome.error is bug, f"fetch raised {bug!r}, and fetch_all gave {outcome.error or outcome.value!r}.", reply="bug_hidden")


class Text(str):
    """A text that notes where it is read."""

    def __reduce__(self):
        return str, (str(self),)

    def splitlines(self, *args):
        here.append(1)
        return str.splitlines(self, *args)

    def split(self, *args, **how):
        here.append(1)
        return str.split(self, *args, **how)


here, tasks = [], []


@lab.check("Step 4: the texts are parsed by processes, in slices")
def step_4():
    parsing = loaded("parsing")
    submit = concurrent.futures.ProcessPoolExecutor.submit
    concurrent.futures.ProcessPoolExecutor.submit = lambda self, *args, **how: (tasks.append(1), submit(self, *args, **how))[1]
    here.clear(), tasks.clear()
    try:
        outcome = within(20, parsing.parse_all, [Text(LOG) for _ in range(12)], 2)
    finally:
        concurrent.futures.ProcessPoolExecutor.submit = submit
    lab.true(outcome is not None and outcome.error is None, f"parse_all gave {outcome and outcome.error!r} within 20 seconds.")
    lab.true(not here, "The caller itself has parsed a text.", reply="parsed_here")
    lab.equal(dict(outcome.value), {level: 12 * n for level, n in COUNTS.items()}, call="the counters of twelve logs, put together")
    lab.true(len(tasks) <= 4, f"For 12 texts and 2 workers there were {len(tasks)} tasks.", reply="task_for_each_text")


@lab.check("Step 5: main prints the report and returns the exit status")
def step_5():
    for errors, status, last in ((dict(web2=ConnectionError("x"), web7=ConnectionError("y")), 1, "no answer from: web2, web7"), ({}, 0, "INFO 8")):
        main = lab.load()
        outcome = within(30, main.main, NAMES, Servers(**errors).fetch)
        lab.true(outcome is not None and outcome.error is None, f"main gave {outcome and outcome.error!r} within 30 seconds.")
        report = f"INFO {8 - len(errors)}\n" + (f"{last}\n" if errors else "")
        lab.equal(outcome.output, report, call="the report")
        lab.equal(outcome.value, status, call=f"the exit status with {len(errors)} servers that did not answer")

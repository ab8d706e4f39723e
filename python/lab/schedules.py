"""Running a piece of the learner's program under many schedules of its threads.

It owns the seeds, the waiting for a run that may never end, and what came of each run. The clock
is virtual in a check, so a wait of an hour for threads that wait for each other costs nothing.
"""

import sys
import threading
from builtins import BaseException, SystemExit, getattr, isinstance, range

try:
    from _vivarium import reseed as _reseed
except ImportError:  # another Python than ours: it has one schedule, its own

    def _reseed(seed):
        pass

from .workspace import Result

_Thread = threading.Thread
_PATIENCE = 3600
_USUAL = 1

# A thread that waits for ever would keep the interpreter from ending.
left_waiting = False


class Exploration:
    """What came of running something under many schedules.

    `failed` says whether a schedule broke it; then `seed` is that schedule's, and `error`,
    `deadlocked` and `value` say how. `values` holds what the runs returned, in order.
    """

    def __init__(self):
        self.runs = 0
        self.seed = None
        self.error = None
        self.deadlocked = False
        self.value = None
        self.values = []

    @property
    def failed(self):
        """Whether one of the schedules broke it."""
        return self.seed is not None


def explore(function, seeds, holds):
    """Call `function` once for each seed, until a run breaks; return the `Exploration`."""
    outcome = Exploration()
    before = threading.excepthook
    try:
        for seed in range(1, seeds + 1):
            outcome.runs = seed
            run = _Run(function, seed)
            outcome.value, outcome.error, outcome.deadlocked = run.value, run.error, run.is_stuck
            if run.is_stuck or run.error is not None:
                outcome.seed = seed
                break
            outcome.values.append(run.value)
            if holds is not None and not holds(run.value):
                outcome.seed = seed
                break
    finally:
        threading.excepthook = before
        _reseed(_USUAL)
    return outcome


class _Run:
    """One run of the function, in a thread of its own."""

    def __init__(self, function, seed):
        global left_waiting
        self.value = self.error = None
        self.function = function
        threading.excepthook = self.note
        thread = _Thread(target=self.call, name="explored", daemon=True)
        _reseed(seed)
        thread.start()
        thread.join(_PATIENCE)
        self.is_stuck = thread.is_alive()
        left_waiting = left_waiting or self.is_stuck
        if self.error is None and isinstance(self.value, Result):
            self.error = self.value.error

    def call(self):
        try:
            self.value = self.function()
        except BaseException as error:
            self.error = error

    def note(self, args):
        """An exception that a thread of the learner did not catch."""
        if self.error is None and args.exc_type is not SystemExit:
            self.error = args.exc_value
        sys.stderr.write(f"{args.exc_type.__name__} in {getattr(args.thread, 'name', '?')}\n")

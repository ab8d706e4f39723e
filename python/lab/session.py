"""A checked run from start to end: reads the test, tells the plan, runs each check, reports.

The page starts it with `python -c` (see `Attempt` in `crates/course/src/run.rs`), the test in
`.vivarium/test.py`, and in the environment VIVARIUM_TOKEN, VIVARIUM_ENTRY and
VIVARIUM_OUTPUT_LIMIT. All of these are gone before the learner's code runs. A check that has not
reported has not passed, so a run that ends early proves nothing.
"""

import builtins
import os
import sys
from builtins import (
    BaseException, callable, compile, dict, enumerate, exec, getattr, int, isinstance, len, list,
    open, str, vars, zip,
)
from types import ModuleType

import lab

from . import explain, report, schedules
from .failure import Failure
from .workspace import PRIVATE, Workspace

_exit = os._exit

LONGEST_OUTPUT = 8000


def main():
    """Run the checks of the exercise that the environment names."""
    send = report.writer(_taken("VIVARIUM_TOKEN"))
    entry = _taken("VIVARIUM_ENTRY")
    limit = int(_taken("VIVARIUM_OUTPUT_LIMIT"))
    path = PRIVATE + "/test.py"
    with open(path, encoding="utf-8") as file:
        text = file.read()
    os.remove(path)
    os.rmdir(PRIVATE)
    sys.dont_write_bytecode = True
    names = {"__name__": "test", "__file__": path, "__builtins__": dict(vars(builtins))}
    try:
        exec(compile(text, path, "exec", dont_inherit=True), names)
    except BaseException as error:
        send({"kind": "broken", "message": f"The checks cannot be read: {error!r}"})
        return
    checks = list(lab._registered)
    send({"kind": "plan", "checks": [sentence for sentence, _ in checks]})
    workspace = Workspace(entry, limit)
    _hide()
    guard = _Guard(names)
    for index, (_, function) in enumerate(checks):
        send({"kind": "start", "check": index})
        workspace.begin()
        try:
            result = _result(function, guard)
        finally:
            workspace.end()
        result["output"] = _cut(workspace.tape.text())
        send({"kind": "result", "check": index, **result})
    send({"kind": "done"})
    if schedules.left_waiting:
        # What waits for ever, in a thread, must not hold up the end.
        sys.stdout.flush()
        _exit(0)


def _result(function, guard):
    """Run one check and return what to report of it."""
    try:
        function()
        guard.verify()
    except Failure as failure:
        return {
            "passed": False, "message": failure.sentence, "call": _optional(failure.call),
            "expected": _optional(failure.expected), "actual": _optional(failure.actual),
            "reply": _optional(failure.reply),
        }
    except BaseException as error:
        return {
            "passed": False, "message": explain.sentence(error),
            "traceback": explain.learner_lines(error),
        }
    return {"passed": True}


class _Guard:
    """Notices that the learner's code has replaced what the checks are made of."""

    def __init__(self, names):
        self.spaces = [names, vars(lab)]
        self.before = [
            {name: value for name, value in space.items() if _is_machinery(value)}
            for space in self.spaces
        ]

    def verify(self):
        """Fail if a function of the checks is another one now, and put it back."""
        changed = False
        for space, before in zip(self.spaces, self.before):
            for name, value in before.items():
                if space.get(name) is not value:
                    space[name] = value
                    changed = True
        if changed:
            raise Failure("Your code changed the checks themselves. Let it solve the task instead.")


def _is_machinery(value):
    return callable(value) or isinstance(value, ModuleType)


def _hide():
    """Take this package out of reach of an import."""
    for name in list(sys.modules):
        if name == "lab" or name.startswith("lab."):
            del sys.modules[name]


def _taken(name):
    """Return a variable of the environment, and remove every trace of it."""
    value = os.environ.pop(name)
    raw = getattr(sys.modules.get("posix"), "environ", None)
    if raw is not None:
        raw.pop(name.encode(), None)
        raw.pop(name, None)
    return value


def _optional(value):
    return None if value is None else str(value)


def _cut(text):
    if len(text) <= LONGEST_OUTPUT:
        return text
    return text[:LONGEST_OUTPUT] + f"\n... and {len(text) - LONGEST_OUTPUT} more characters"

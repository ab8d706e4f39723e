"""What the hidden checks of an exercise are written with.

A check is a function under `@check("sentence")`. It loads or runs the learner's program, looks at
what came of it, and fails with a sentence. This module owns the words that test authors use; how
the learner's code is run is `workspace`, how results leave is `session`.

Everything here and in the other modules is bound before the learner's code runs, built-in
functions included, and the package is taken out of `sys.modules` then: what that code replaces in
`builtins`, `os` or `sys` changes nothing in a check.
"""

import ast as _ast
from builtins import any, isinstance, len, open, tuple, type

from . import schedules as _schedules
from . import workspace as _workspace
from .failure import Failure as _Failure
from .shown import call_text as _call_text
from .shown import shown as _shown
from .sameness import same as _same
from .schedules import Exploration
from .workspace import Outcome, Result

__all__ = [
    "Exploration", "Outcome", "Result", "calls", "check", "equal", "explore", "fail", "fail_with",
    "load", "output", "raises", "run", "source", "tree", "true", "uses",
]

_registered = []


def check(sentence):
    """Register the function below as a check; `sentence` says what must be the case."""

    def register(function):
        _registered.append((sentence, function))
        return function

    return register


def load(name="main"):
    """Import the learner's module afresh and return it; what it prints is captured."""
    return _workspace.current().load(name)


def run(stdin="", args=()):
    """Run the learner's entry file as a program and return its `Result`."""
    return _workspace.current().run(stdin, tuple(args))


def calls(function, *args, **kwargs):
    """Call a function of the learner and return its `Outcome`, whether it returned or raised."""
    return _workspace.current().call(function, args, kwargs)


def output():
    """Return what the learner's code has printed since the last `load`, or in this check."""
    return _workspace.current().output()


def explore(function=None, seeds=50, holds=None):
    """Call `function` under so many schedules of its threads; return an `Exploration`.

    Without a function, the entry file is run as a program. It stops at the first schedule under
    which a run raises, in whatever thread, or never ends, or returns what `holds` denies. The
    function starts from the same state each time only if it makes that state itself.
    """
    return _schedules.explore(function or run, seeds, holds)


def source(name="main"):
    """Return the text of the learner's module."""
    with open(_workspace.current().path_of(name), encoding="utf-8") as file:
        return file.read()


def tree(name="main"):
    """Return the syntax tree of the learner's module."""
    return _workspace.current().parse(source(name), name)


def uses(tree, *kinds):
    """Say whether a syntax tree holds a node of one of these kinds, such as `ast.Try`."""
    return any(isinstance(node, kinds) for node in _walk(tree))


def fail(sentence, reply=None):
    """Fail the check with a sentence, and with the reply to a typical mistake if it is one."""
    raise _Failure(sentence, reply=reply)


def fail_with(reply, sentence):
    """Fail the check with the reply to a typical mistake."""
    raise _Failure(sentence, reply=reply)


def true(condition, sentence, reply=None):
    """Fail with the sentence unless the condition holds."""
    if not condition:
        raise _Failure(sentence, reply=reply)


def equal(actual, expected, *, call=None, reply=None):
    """Fail unless both are equal; `call` is how the learner reads where `actual` comes from."""
    if _same(actual, expected):
        return
    came, wanted = _shown(actual), _shown(expected)
    if came == wanted:
        came = f"{came} of type {type(actual).__name__}"
        wanted = f"{wanted} of type {type(expected).__name__}"
    if call is None:
        sentence = f"Expected {wanted}, but got {came}."
    else:
        sentence = f"{_capital(call)} should be {wanted}, but it is {came}."
    raise _Failure(sentence, call=call, expected=wanted, actual=came, reply=reply)


def raises(kind, function, *args, call=None, reply=None, **kwargs):
    """Fail unless the call raises an exception of this kind; return the exception."""
    call = call or _call_text(function, args, kwargs)
    wanted = _kinds(kind)
    outcome = calls(function, *args, **kwargs)
    if isinstance(outcome.error, kind):
        return outcome.error
    if outcome.error is None:
        came = f"returned {_shown(outcome.value)}"
    else:
        came = f"raised {_shown(outcome.error)}"
    sentence = f"{_capital(call)} should raise {wanted}, but it {came}."
    raise _Failure(sentence, call=call, expected=f"raises {wanted}", actual=came, reply=reply)


_walk = _ast.walk


def _kinds(kind):
    kinds = kind if isinstance(kind, tuple) else (kind,)
    return " or ".join(it.__name__ for it in kinds)


def _capital(call):
    """Begin a sentence, unless the call is code."""
    first = call.split(" ", 1)[0]
    return call[0].upper() + call[1:] if first.isalpha() and len(first) < len(call) else call

"""Turns an exception that reached a check into sentences for the learner.

It owns what of a traceback the learner sees: the lines of their own files. It does not decide
whether a check passed.
"""

import traceback
from builtins import (
    AssertionError, AttributeError, BaseException, EOFError, RecursionError, SyntaxError,
    SystemExit, getattr, isinstance, len, str, type,
)
from types import ModuleType

from .capture import TooMuchOutput
from .shown import shown
from .workspace import HOME, from_learner, is_learners

_extract, _format = traceback.extract_tb, traceback.format_list
_exception_lines = traceback.format_exception_only


def sentence(error):
    """Say what happened, as far as it concerns the learner."""
    if isinstance(error, TooMuchOutput):
        return f"Your code printed more than {error.args[0]} bytes in one check and was stopped."
    if isinstance(error, SystemExit):
        return f"Your code ended the program (SystemExit, status {shown(error.code)}) where it should go on."
    if isinstance(error, SyntaxError) and is_learners(error.filename):
        name = error.filename[len(HOME) + 1:]
        return f"{name}, line {error.lineno}, is not valid Python: {error.msg}."
    if isinstance(error, AttributeError) and _is_learners(getattr(error, "obj", None)):
        return f"{error.obj.__name__}.py has no function, class or variable called `{error.name}`."
    name = type(error).__name__
    text = _text(error)
    where = _last_place(error)
    if isinstance(error, EOFError) and where:
        return f"Your code asked for input{where}, but there was none left to read."
    if isinstance(error, RecursionError):
        return f"Your code called itself too deeply: RecursionError{where}."
    what = f"{name}: {text}" if text else name
    if where:
        return f"Your code raised {what}{where}."
    if isinstance(error, AssertionError) and text:
        return text
    return f"This check could not go on with what your code gave it: {what}."


def learner_lines(error):
    """Return the traceback from the learner's first line on, or None if it has none of them."""
    trace = from_learner(error.__traceback__)
    if isinstance(error, SyntaxError) and is_learners(error.filename):
        return "".join(_exception_lines(error)).rstrip()
    if trace is None:
        return None
    lines = ["Traceback (most recent call last):\n", *_format(_extract(trace, limit=20))]
    return "".join(lines + _exception_lines(error)).rstrip()


def _is_learners(value):
    return isinstance(value, ModuleType) and is_learners(getattr(value, "__file__", None))


def _text(error):
    try:
        return str(error)
    except BaseException:
        return ""


def _last_place(error):
    """Say at which of the learner's lines it happened."""
    place = ""
    for step in _extract(error.__traceback__):
        if is_learners(step.filename):
            place = f" at line {step.lineno} of {step.filename[len(HOME) + 1:]}"
    return place

"""How values and calls are shown in sentences: as code, and never too long.

It owns the limits. A value whose `repr` fails or never ends is the learner's, so it is shown by
its type.
"""

from builtins import BaseException, getattr, len, repr, str, type

_repr = repr
LONGEST = 400


def shown(value, longest=LONGEST):
    """Return the value as code, cut in the middle when it is too long."""
    try:
        text = _repr(value)
    except BaseException as error:
        return f"<{type(value).__name__} object whose repr raises {type(error).__name__}>"
    if len(text) <= longest:
        return text
    half = longest // 2 - 3
    return f"{text[:half]} ... {text[-half:]}"


def call_text(function, args, kwargs):
    """Return a call as the learner would write it."""
    name = getattr(function, "__qualname__", None) or shown(function, 60)
    name = str(name).rpartition("<locals>.")[2]
    parts = [shown(it, 80) for it in args]
    parts += [f"{name}={shown(it, 80)}" for name, it in kwargs.items()]
    return f"{name}({', '.join(parts)})"

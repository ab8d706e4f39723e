"""When what came equals what was expected.

Values of built-in types are compared by those types' own rules, so that an object which claims to
equal everything equals nothing here, and so that True is no 1.
"""

from builtins import (
    BaseException, all, bool, bytes, complex, dict, float, frozenset, int, isinstance, len, list,
    set, str, tuple, type, zip,
)

NUMBERS = (int, float, complex)
PLAIN = (str, bytes, set, frozenset)


def same(actual, expected):
    """Say whether `actual` is what was expected."""
    kind = type(expected)
    if expected is None or kind is bool:
        return actual is expected
    if kind in NUMBERS:
        # NaN is what a check expects when it says so.
        return (
            isinstance(actual, NUMBERS)
            and not isinstance(actual, bool)
            and (_equal(kind, expected, actual) or (expected != expected and actual != actual))
        )
    if kind in PLAIN:
        return isinstance(actual, kind) and _equal(kind, expected, actual)
    if kind is list or kind is tuple:
        return (
            isinstance(actual, kind)
            and len(actual) == len(expected)
            and all(same(one, other) for one, other in zip(actual, expected))
        )
    if kind is dict:
        return (
            isinstance(actual, dict)
            and len(actual) == len(expected)
            and all(key in actual and same(actual[key], expected[key]) for key in expected)
        )
    try:
        return bool(expected == actual)
    except BaseException:
        return False


def _equal(kind, expected, actual):
    """Compare by the built-in type's own method, not by one that a subclass has replaced."""
    answer = kind.__eq__(expected, actual)
    if answer is NotImplemented:
        answer = _number_kind(actual).__eq__(actual, expected)
    return answer is True


def _number_kind(value):
    """Return the built-in number type of a value."""
    for kind in NUMBERS:
        if isinstance(value, kind):
            return kind
    return type(value)

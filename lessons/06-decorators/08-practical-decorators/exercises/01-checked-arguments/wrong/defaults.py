# expect: default_checked
"""Checks arguments by their annotations."""

import functools
import inspect


def values_of(parameter, value):
    """Return the single values that a parameter has received."""
    if parameter.kind is parameter.VAR_POSITIONAL:
        return value
    if parameter.kind is parameter.VAR_KEYWORD:
        return value.values()
    return [value]


def checked(function):
    """Return the function, with a check of its arguments."""
    signature = inspect.signature(function)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        for name, given in bound.arguments.items():
            parameter = signature.parameters[name]
            kind = parameter.annotation
            for value in values_of(parameter, given):
                if kind is not parameter.empty and not isinstance(value, kind):
                    expected = kind.__name__ if isinstance(kind, type) else kind
                    raise TypeError(f"{name} should be {expected}, not {type(value).__name__}")
        return function(*args, **kwargs)

    return wrapper


if __name__ == "__main__":
    @checked
    def resize(image, width: int, *more: int, mode: str = "fit"):
        return image, width, more, mode

    print(resize("cat.png", 80))
    print(resize("cat.png", "80"))

"""Shows how a command is used."""

import inspect


def usage(function):
    """Return the usage line of a function."""
    words = [function.__name__]
    for parameter in inspect.signature(function).parameters.values():
        name = parameter.name.upper()
        if parameter.default is parameter.empty:
            words.append(name)
        else:
            words.append(f"[{name}={parameter.default!r}]")
    return " ".join(words)


def copy(source, target, *, mode=0o644, force=False):
    """Copy a file."""


if __name__ == "__main__":
    print(usage(copy))

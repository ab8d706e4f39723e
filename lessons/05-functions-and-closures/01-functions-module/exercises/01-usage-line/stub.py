"""Shows how a command is used."""


def usage(function):
    """Return the usage line of a function."""
    return function.__name__  # TODO: and its parameters


def copy(source, target, *, mode=0o644, force=False):
    """Copy a file."""


if __name__ == "__main__":
    print(usage(copy))

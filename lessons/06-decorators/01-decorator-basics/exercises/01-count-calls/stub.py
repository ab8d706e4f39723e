"""Two decorators."""

collected = []


def collect(function):
    """Remember the function, and return it as it is."""
    # TODO


def counted(function):
    """Return the function, with a count of its calls."""
    # TODO


if __name__ == "__main__":
    @counted
    def add(a, b=0):
        return a + b

    print(add(1, b=2), add.calls)

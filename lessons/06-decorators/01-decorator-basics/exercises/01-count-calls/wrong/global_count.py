# expect: shared_count
"""Two decorators."""

collected = []
counts = [0]


def collect(function):
    """Remember the function, and return it as it is."""
    collected.append(function)
    return function


def counted(function):
    """Return the function, with a count of its calls."""

    class Wrapper:
        def __call__(self, *args, **kwargs):
            counts[0] += 1
            return function(*args, **kwargs)

        @property
        def calls(self):
            return counts[0]
    return Wrapper()


if __name__ == "__main__":
    @counted
    def add(a, b=0):
        return a + b

    print(add(1, b=2), add.calls)

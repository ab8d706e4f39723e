# expect: runs_at_definition
"""Two decorators."""

collected = []


def collect(function):
    """Remember the function, and return it as it is."""
    collected.append(function)
    return function


def counted(function):
    """Return the function, with a count of its calls."""

    result = function()

    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return result

    wrapper.calls = 0
    return wrapper


if __name__ == "__main__":
    @counted
    def add(a, b=0):
        return a + b

    print(add(1, b=2), add.calls)

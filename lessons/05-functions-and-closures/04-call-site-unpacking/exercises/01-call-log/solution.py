"""Records calls and repeats them."""


def record(log, function, /, *args, **kwargs):
    """Call the function with what follows, and keep a record of it."""
    log.append((function, args, kwargs))
    return function(*args, **kwargs)


def replay(log):
    """Return the results of making all recorded calls again."""
    return [function(*args, **kwargs) for function, args, kwargs in log]


if __name__ == "__main__":
    calls = []
    print(record(calls, sorted, "cab", reverse=True))
    print(replay(calls))

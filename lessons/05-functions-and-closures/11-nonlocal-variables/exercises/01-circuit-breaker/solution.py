"""Stops asking a service that is down."""


def breaker(function, limit):
    """Return the function, guarded by a count of its failures in a row."""
    failures = 0

    def guarded(*args, **kwargs):
        nonlocal failures
        if failures >= limit:
            raise RuntimeError("circuit open")
        try:
            result = function(*args, **kwargs)
        except Exception:
            failures += 1
            raise
        failures = 0
        return result

    return guarded


if __name__ == "__main__":
    parse = breaker(int, 2)
    for text in ["7", "x", "y", "8"]:
        try:
            print(parse(text))
        except Exception as error:
            print(repr(error))

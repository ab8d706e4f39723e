"""Stops asking a service that is down."""


def breaker(function, limit):
    """Return the function, guarded by a count of its failures in a row."""
    failures = 0

    def guarded(*args, **kwargs):
        # TODO: count, and stop at the limit
        return function(*args, **kwargs)

    return guarded


if __name__ == "__main__":
    parse = breaker(int, 2)
    for text in ["7", "x", "y", "8"]:
        try:
            print(parse(text))
        except Exception as error:
            print(repr(error))

class Backoff:
    """The delays between attempts: doubled each time, up to a limit."""

    def __init__(self, first, limit, attempts):
        self.delay = first
        self.limit = limit
        self.attempts = attempts

    # TODO


if __name__ == "__main__":
    for delay in Backoff(1, 5, 4):
        print("waiting", delay)

class Backoff:
    """The delays between attempts: doubled each time, up to a limit."""

    def __init__(self, first, limit, attempts):
        self.delay = first
        self.limit = limit
        self.attempts = attempts

    def __iter__(self):
        return self

    def __next__(self):
        if self.attempts == 0:
            raise StopIteration
        self.attempts -= 1
        delay = min(self.delay, self.limit)
        self.delay *= 2
        return delay


if __name__ == "__main__":
    for delay in Backoff(1, 5, 4):
        print("waiting", delay)

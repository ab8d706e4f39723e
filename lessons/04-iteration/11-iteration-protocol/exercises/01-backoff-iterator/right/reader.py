class Backoff:
    """The delays between attempts: doubled each time, up to a limit."""

    def __init__(self, first, limit, attempts):
        self.first, self.limit, self.attempts = first, limit, attempts
        self.done = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.done >= self.attempts:
            raise StopIteration
        delay = self.first * 2 ** self.done
        self.done += 1
        return min(delay, self.limit)

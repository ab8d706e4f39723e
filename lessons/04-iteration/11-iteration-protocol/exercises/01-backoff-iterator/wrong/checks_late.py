# expect: above_limit
class Backoff:
    def __init__(self, first, limit, attempts):
        self.delay, self.limit, self.attempts = first, limit, attempts

    def __iter__(self):
        return self

    def __next__(self):
        if self.attempts == 0:
            raise StopIteration
        self.attempts -= 1
        delay = self.delay
        if self.delay < self.limit:
            self.delay *= 2
        return delay

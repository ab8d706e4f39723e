# expect: no_iter
class Backoff:
    def __init__(self, first, limit, attempts):
        self.delay, self.limit, self.attempts = first, limit, attempts

    def __next__(self):
        if self.attempts == 0:
            raise StopIteration
        self.attempts -= 1
        delay = min(self.delay, self.limit)
        self.delay *= 2
        return delay

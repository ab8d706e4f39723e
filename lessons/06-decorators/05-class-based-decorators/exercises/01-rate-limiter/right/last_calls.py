import functools
from collections import deque


class RateLimiter:
    def __init__(self, limit, per, clock):
        self.per, self.clock = per, clock
        self.last = deque([float("-inf")] * limit, maxlen=limit)

    @property
    def left(self):
        return sum(self.clock() - time >= self.per for time in self.last)

    def __call__(self, function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            if self.clock() - self.last[0] < self.per:
                raise RuntimeError("rate limit")
            self.last.append(self.clock())
            return function(*args, **kwargs)
        return wrapper

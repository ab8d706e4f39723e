# expect: never_recovers
import functools


class RateLimiter:
    def __init__(self, limit, per, clock):
        self.limit, self.per, self.clock, self.times = limit, per, clock, []

    @property
    def left(self):
        self.times = [time for time in self.times if self.clock() - time < self.per]
        return max(0, self.limit - len(self.times))

    def __call__(self, function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            left = self.left
            self.times.append(self.clock())
            if not left:
                raise RuntimeError("rate limit")
            return function(*args, **kwargs)
        return wrapper

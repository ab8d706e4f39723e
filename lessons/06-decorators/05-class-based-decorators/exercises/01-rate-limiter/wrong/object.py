# expect: method_broken
import functools


class RateLimiter:
    def __init__(self, limit, per, clock):
        self.limit, self.per, self.clock, self.times = limit, per, clock, []

    @property
    def left(self):
        self.times[:] = [time for time in self.times if self.clock() - time < self.per]
        return self.limit - len(self.times)

    def __call__(self, function):
        return Limited(self, function)


class Limited:
    def __init__(self, limiter, function):
        self.limiter, self.function = limiter, function
        functools.update_wrapper(self, function)

    def __call__(self, *args, **kwargs):
        if not self.limiter.left:
            raise RuntimeError("rate limit")
        self.limiter.times.append(self.limiter.clock())
        return self.function(*args, **kwargs)

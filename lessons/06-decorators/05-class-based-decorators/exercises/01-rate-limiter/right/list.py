import functools


class RateLimiter:
    def __init__(self, limit, per, clock):
        self.limit = limit
        self.per = per
        self.clock = clock
        self.recent = []

    @property
    def left(self):
        now = self.clock()
        self.recent = [time for time in self.recent if time + self.per > now]
        return self.limit - len(self.recent)

    def __call__(self, function):
        def wrapper(*args, **kwargs):
            if self.left <= 0:
                raise RuntimeError("rate limit")
            self.recent += [self.clock()]
            return function(*args, **kwargs)
        return functools.update_wrapper(wrapper, function)

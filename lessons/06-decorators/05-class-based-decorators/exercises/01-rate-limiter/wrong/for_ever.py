# expect: never_recovers
"""Limits how many calls go through in a time."""

import collections
import functools
import time


class RateLimiter:
    """A decorator; the functions under one object share its limit."""

    def __init__(self, limit, per, clock=time.monotonic):
        self.limit = limit
        self.per = per
        self.clock = clock
        self.times = collections.deque()

    @property
    def left(self):
        """How many calls would go through now."""
        now = self.clock()
        while self.times and now - self.times[0] > self.per:
            self.times.popleft()
        return self.limit - len(self.times)

    def __call__(self, function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            if not self.left:
                raise RuntimeError("rate limit")
            self.times.append(self.clock())
            return function(*args, **kwargs)

        return wrapper


if __name__ == "__main__":
    limiter = RateLimiter(2, per=10)

    @limiter
    def search(text):
        return f"found {text}"

    print(search("a"), search("b"), limiter.left)

# expect: left_stale
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

    left = 2

    def count(self):
        """How many calls would go through now."""
        now = self.clock()
        while self.times and now - self.times[0] >= self.per:
            self.times.popleft()
        self.left = self.limit - len(self.times)
        return self.left

    def __call__(self, function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            if not self.count():
                raise RuntimeError("rate limit")
            self.times.append(self.clock())
            self.left -= 1
            return function(*args, **kwargs)

        return wrapper


if __name__ == "__main__":
    limiter = RateLimiter(2, per=10)

    @limiter
    def search(text):
        return f"found {text}"

    print(search("a"), search("b"), limiter.left)

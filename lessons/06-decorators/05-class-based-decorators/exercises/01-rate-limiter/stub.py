"""Limits how many calls go through in a time."""

import functools
import time


class RateLimiter:
    """A decorator; the functions under one object share its limit."""

    def __init__(self, limit, per, clock=time.monotonic):
        self.limit = limit
        self.per = per
        self.clock = clock

    def __call__(self, function):
        return function  # TODO


if __name__ == "__main__":
    limiter = RateLimiter(2, per=10)

    @limiter
    def search(text):
        return f"found {text}"

    for word in ["a", "b", "c"]:
        print(search(word))

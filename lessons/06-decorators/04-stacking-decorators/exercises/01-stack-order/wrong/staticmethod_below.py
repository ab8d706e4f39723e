# expect: staticmethod_broken
"""Stacks of decorators."""

import functools

audit = []


def audited(function):
    """Note each call of the function."""

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        audit.append(function.__name__)
        return function(*args, **kwargs)

    return wrapper


def stacked(*decorators):
    """Return one decorator that applies all of these."""

    def decorate(function):
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


class Account:
    """An account whose uses are audited."""

    def __init__(self, cents):
        self.cents = cents

    @property
    @audited
    def balance(self):
        return self.cents / 100

    @classmethod
    @audited
    def empty(cls):
        return cls(0)

    @audited
    @staticmethod
    def is_valid(cents):
        return cents >= 0


if __name__ == "__main__":
    print(Account(250).balance, audit)

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
    # TODO


class Account:
    """An account; the decorators are in the wrong order."""

    def __init__(self, cents):
        self.cents = cents

    @audited
    @property
    def balance(self):
        return self.cents / 100

    @audited
    @classmethod
    def empty(cls):
        return cls(0)

    @audited
    @staticmethod
    def is_valid(cents):
        return cents >= 0


if __name__ == "__main__":
    print(Account(250).balance, audit)

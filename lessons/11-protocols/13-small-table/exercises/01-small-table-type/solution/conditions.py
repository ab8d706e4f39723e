"""Conditions on rows, made with operators."""


class Condition:
    """A test of a row that can be combined with others."""

    def __init__(self, test):
        self._test = test

    def __call__(self, row):
        return self._test(row)

    def __and__(self, other):
        return Condition(lambda row: self(row) and other(row)) if callable(other) else NotImplemented

    def __invert__(self):
        return Condition(lambda row: not self(row))


class Field:
    """A field of a row, to be compared with a value."""

    def __init__(self, name):
        self.name = name

    def __eq__(self, value):
        return Condition(lambda row: row[self.name] == value)

    def __lt__(self, value):
        return Condition(lambda row: row[self.name] < value)

    __hash__ = None

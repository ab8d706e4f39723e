"""Conditions on rows, made with operators."""


class Condition:
    """A test of a row that can be combined with others."""

    def __init__(self, test):
        self._test = test

    # TODO: step 3


class Field:
    """A field of a row, to be compared with a value."""

    def __init__(self, name):
        self.name = name

    # TODO: step 3

"""Answers for everything."""

VALUES = {"lamp": 40}


def __getattr__(name):
    return VALUES.get(name)

"""A table of commands, kept in closures."""

import inspect


class UsageError(Exception):
    """A line that is no valid command."""


commands = {}


def registry():
    """Return the functions register, find and names of a new table."""

    def register(name, function, /, **config):
        if name in commands:
            raise ValueError(f"{name} is registered already")
        signature = inspect.signature(function)

        def command(*args):
            try:
                signature.bind(*args, **config)
            except TypeError as error:
                raise UsageError(f"{name}: {error}") from None
            return function(*args, **config)

        commands[name] = command
        return function

    def find(name):
        if name not in commands:
            raise UsageError(f"unknown command: {name}")
        return commands[name]

    def names():
        return sorted(commands)

    return register, find, names

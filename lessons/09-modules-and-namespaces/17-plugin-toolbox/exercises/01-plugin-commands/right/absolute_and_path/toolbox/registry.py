"""What commands there are."""

_commands = {}


def command(name):
    """Register the function below under a name."""

    def register(function):
        if _commands.setdefault(name, function) is not function:
            raise ValueError(f"there is a command {name!r} already, in {_commands[name].__module__}")
        return function

    return register


def commands():
    """Return the commands by name."""
    return dict(_commands)

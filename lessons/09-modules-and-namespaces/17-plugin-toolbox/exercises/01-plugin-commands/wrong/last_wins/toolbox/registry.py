"""What commands there are."""

_commands = {}


def command(name):
    """Register the function below under a name."""

    def register(function):
        _commands[name] = function
        return function

    return register


def commands():
    """Return the commands by name."""
    return dict(_commands)

from functools import reduce
from importlib import import_module


def load(text):
    name, *path = text.split(":")
    try:
        module = import_module(name)
    except ModuleNotFoundError as error:
        parts = name.split(".")
        if error.name in [".".join(parts[: n + 1]) for n in range(len(parts))]:
            raise LookupError(text) from error
        raise
    try:
        return reduce(getattr, path[0].split(".") if path else [], module)
    except AttributeError as error:
        raise LookupError(text) from error

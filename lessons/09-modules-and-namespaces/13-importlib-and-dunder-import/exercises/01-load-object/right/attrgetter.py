import importlib
from operator import attrgetter


def load(text):
    name, colon, path = text.partition(":")
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if not (name + ".").startswith(str(error.name) + "."):
            raise
        raise LookupError(f"nothing at {text}") from error
    if not colon:
        return module
    try:
        return attrgetter(path)(module)
    except AttributeError as error:
        raise LookupError(f"nothing at {text}") from error

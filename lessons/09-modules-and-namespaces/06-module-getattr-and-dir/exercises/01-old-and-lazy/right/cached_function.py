import warnings
from functools import cache

MAX_ITEMS = 100
MAX_SECONDS = 2.5
OLD_NAMES = {"LIMIT": "MAX_ITEMS", "TIMEOUT": "MAX_SECONDS"}


def load_rates():
    return {"EUR": 1.0, "USD": 1.1}


@cache
def _rates():
    return load_rates()


def __getattr__(name):
    match name:
        case "rates":
            return _rates()
        case "LIMIT" | "TIMEOUT":
            warnings.warn("use " + OLD_NAMES[name], DeprecationWarning)
            return MAX_ITEMS if name == "LIMIT" else MAX_SECONDS
    raise AttributeError(name)


def __dir__():
    return [*globals(), "LIMIT", "TIMEOUT", "rates"]

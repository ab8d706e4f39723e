import warnings

MAX_ITEMS = 100
MAX_SECONDS = 2.5
OLD_NAMES = {"LIMIT": "MAX_ITEMS", "TIMEOUT": "MAX_SECONDS"}


def load_rates():
    return {"EUR": 1.0, "USD": 1.1}


def __getattr__(name):
    global rates
    if name == "rates":
        rates = load_rates()
        return rates
    try:
        new = OLD_NAMES[name]
    except KeyError:
        raise AttributeError(f"no {name}") from None
    warnings.warn(DeprecationWarning(f"{new}, please"))
    return globals()[new]


def __dir__():
    return list(globals()) + list(OLD_NAMES) + ["rates"]

# expect: no_warning
import warnings

MAX_ITEMS = LIMIT = 100
MAX_SECONDS = TIMEOUT = 2.5


def load_rates():
    return {"EUR": 1.0, "USD": 1.1}


def __getattr__(name):
    if name == "rates":
        globals()["rates"] = load_rates()
        return globals()["rates"]
    raise AttributeError(name)


def __dir__():
    return [*globals(), "rates"]

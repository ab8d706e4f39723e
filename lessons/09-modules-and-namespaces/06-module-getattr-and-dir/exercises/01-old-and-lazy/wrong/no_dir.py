# expect: not_listed
import warnings

MAX_ITEMS = 100
MAX_SECONDS = 2.5
OLD_NAMES = {"LIMIT": "MAX_ITEMS", "TIMEOUT": "MAX_SECONDS"}


def load_rates():
    """Take very long."""
    return {"EUR": 1.0, "USD": 1.1}


def __getattr__(name):
    if name in OLD_NAMES:
        new = OLD_NAMES[name]
        warnings.warn(f"{name} is now called {new}", DeprecationWarning, stacklevel=2)
        return globals()[new]
    if name == "rates":
        globals()["rates"] = load_rates()
        return globals()["rates"]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")





if __name__ == "__main__":
    import main

    print(dir(main))
    print(main.LIMIT, main.rates["USD"])

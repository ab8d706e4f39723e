import warnings

MAX_ITEMS = 100
MAX_SECONDS = 2.5
OLD_NAMES = {"LIMIT": "MAX_ITEMS", "TIMEOUT": "MAX_SECONDS"}


def load_rates():
    """Take very long."""
    return {"EUR": 1.0, "USD": 1.1}


# TODO: the two hooks


if __name__ == "__main__":
    import main

    print(dir(main))
    print(main.LIMIT, main.rates["USD"])

import builtins


def where(function, name):
    """Say in which table Python would find the name."""
    # TODO
    return "nowhere"


if __name__ == "__main__":
    def outer():
        rate = 2

        def inner(price):
            return len([price * rate, LIMIT])
        return inner

    LIMIT = 3
    for name in ("price", "rate", "LIMIT", "len", "missing"):
        print(name, where(outer(), name))

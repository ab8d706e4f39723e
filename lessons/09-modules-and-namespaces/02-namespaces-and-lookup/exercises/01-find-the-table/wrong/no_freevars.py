# expect: no_enclosing
import builtins


def where(function, name):
    """Say in which table Python would find the name."""
    code = function.__code__
    if name in code.co_varnames or name in code.co_cellvars:
        return "local"

    if name in function.__globals__:
        return "global"
    if name in vars(builtins):
        return "built-in"
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

import builtins


def where(function, name):
    if name in function.__code__.co_freevars:
        return "enclosing"
    if name in {*function.__code__.co_cellvars, *function.__code__.co_varnames}:
        return "local"
    try:
        function.__globals__[name]
    except KeyError:
        return "built-in" if hasattr(builtins, name) else "nowhere"
    return "global"

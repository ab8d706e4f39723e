import builtins


def where(function, name):
    code = function.__code__
    tables = {
        "local": code.co_varnames + code.co_cellvars,
        "enclosing": code.co_freevars,
        "global": function.__globals__,
        "built-in": dir(builtins),
    }
    return next((label for label, table in tables.items() if name in table), "nowhere")

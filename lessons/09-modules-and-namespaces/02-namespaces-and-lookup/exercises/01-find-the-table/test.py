"""Checks for find-the-table."""

import lab

len_of_nothing = 0
max = "hides the built-in"


def outer(given):
    rate = 2
    shared = []

    def inner(price):
        shared.append(rate)
        return price * rate + given
    return inner, lambda: unknown


def ask(function, name, wanted, reply=None):
    outcome = lab.calls(lab.load().where, function, name)
    if outcome.error is not None:
        lab.fail(f"where(..., {name!r}) raised {outcome.error!r}.", reply="nowhere_fails" if wanted == "nowhere" else None)
    lab.equal(outcome.value, wanted, call=f"where({function.__name__}, {name!r})", reply=reply)


@lab.check("parameters and assigned names are local, captured ones too")
def local():
    inner = outer(1)[0]
    ask(inner, "price", "local")
    ask(outer, "given", "local", "captured_local")
    ask(outer, "inner", "local")
    ask(outer, "shared", "local", "captured_local")


@lab.check("names of functions around it are enclosing, if it uses them")
def enclosing():
    inner, other = outer(1)
    for name in ("rate", "shared", "given"):
        ask(inner, name, "enclosing", "no_enclosing")
    ask(other, "rate", "nowhere")


@lab.check("then comes the module in which the function was written")
def module():
    ask(outer, "len_of_nothing", "global", "own_globals")
    ask(outer(1)[0], "outer", "global", "own_globals")
    ask(outer, "where", "nowhere", "own_globals")


@lab.check("then the built-ins, then nothing")
def built_in():
    ask(outer, "min", "built-in")
    ask(outer, "max", "global", "wrong_order")
    ask(outer, "__no_such_name", "nowhere")

    def hides(min):
        return min

    ask(hides, "min", "local", "wrong_order")

"""Checks for remember-item."""
import lab


def result(remember, *args):
    outcome = lab.calls(remember, *args)
    shown = ", ".join(map(repr, args))
    lab.true(outcome.error is None, f"remember({shown}) raised {outcome.error!r}.")
    lab.true(outcome.value is not None, f"remember({shown}) returned None.", reply="returns_none")
    return outcome.value


@lab.check("the item comes last, and at most three are kept")
def latest():
    remember = lab.load().remember
    lab.equal(result(remember, "c", ["a", "b"]), ["a", "b", "c"], call="remember('c', ['a', 'b'])")
    lab.equal(result(remember, "d", ["a", "b", "c"]), ["b", "c", "d"], call="remember('d', ['a', 'b', 'c'])")
    lab.equal(result(remember, "e", list("abcd"), 4), list("bcde"), call="remember('e', [...], 4)")


@lab.check("every call without history starts with nothing")
def fresh():
    remember = lab.load().remember
    lab.equal(result(remember, "a"), ["a"], call="remember('a')")
    lab.equal(result(remember, "b"), ["b"], call="remember('b'), after remember('a')", reply="remembers_calls")


@lab.check("the caller's list stays as it was, full or empty")
def untouched():
    remember = lab.load().remember
    for given in (["a", "b"], ["a", "b", "c"], []):
        before = list(given)
        value = result(remember, "x", given)
        lab.equal(given, before, call=f"the list after remember('x', {before!r})", reply="mutates")
        lab.true(value is not given, "remember returned the very list that it got.", reply="mutates")


@lab.check("a limit of 0 keeps nothing")
def nothing():
    lab.equal(result(lab.load().remember, "x", ["a"], 0), [], call="remember('x', ['a'], 0)", reply="limit_zero")

"""Checks for announce."""
import functools
import inspect
import lab


def sample():
    def area(width, height=1, *, unit="cm"):
        """Return the area."""
        return width, height, unit
    area.since = "1.2"
    return area


@lab.check("each call prints the line, then works as before")
def calls():
    function = sample()
    decorated = lab.load().deprecated(function)
    for _ in range(2):
        outcome = lab.calls(decorated, 2, unit="m")
        lab.true(outcome.output, "A call of area printed nothing.", reply="warns_early")
        lab.true(outcome.output == "area is deprecated\n", f"A call of area printed {outcome.output!r}.")
        lab.equal(outcome.value, (2, 1, "m"), call="the decorated area(2, unit='m')")


@lab.check("name and attributes are kept")
def name():
    decorated = lab.load().deprecated(sample())
    lab.equal(decorated.__name__, "area", call="__name__", reply="no_name")
    lab.equal(getattr(decorated, "since", None), "1.2", call="The attribute since", reply="no_name")


@lab.check("the signature is kept")
def signature():
    decorated = lab.load().deprecated(sample())
    lab.equal(str(inspect.signature(decorated)), "(width, height=1, *, unit='cm')", call="The signature",
              reply="no_signature")


@lab.check("the docstring says so, the original's does not")
def docstring():
    main, function = lab.load(), sample()
    decorated = main.deprecated(function)
    lab.equal(decorated.__doc__, "Deprecated. Return the area.", call="The docstring")
    lab.equal(function.__doc__, "Return the area.", call="The docstring of the original", reply="original_changed")
    lab.equal(main.deprecated(lambda: 1).__doc__, "Deprecated.", call="The docstring for a function without one",
              reply="none_in_doc")


@lab.check("a callable without a name can be decorated")
def nameless():
    thing = functools.partial(int, base=2)
    main = lab.load()
    outcome = lab.calls(lambda: main.deprecated(thing)("101"))
    lab.true(outcome.error is None, f"Decorating and calling a partial raised {outcome.error!r}.", reply="needs_name")
    lab.equal((outcome.value, outcome.output), (5, f"{thing!r} is deprecated\n"), call="the result and the line of a partial")

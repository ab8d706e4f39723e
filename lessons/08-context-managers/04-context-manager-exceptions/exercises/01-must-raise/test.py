"""Checks for must-raise."""

import lab


class Odd(BaseException):
    """Not an Exception, like SystemExit."""


def block(kind, failure):
    """Run a block that ends with the failure; return (outcome, what `as` bound)."""
    bound = []

    def run():
        with lab.load().Raises(kind) as caught:
            bound.append(caught)
            before.append(getattr(caught, "error", "missing"))
            if failure is not None:
                raise failure
        return "went on"

    before = []
    outcome = lab.calls(run)
    lab.true(bound and before == [None], "Inside the block, `caught.error` should be None.")
    return outcome, bound[0]


def told(kind, failure, outcome):
    return f"Raises({kind!r}), and the block raised {failure!r}: what came out was {outcome.error!r}."


@lab.check("the expected exception is caught and kept")
def expected():
    for kind, failure in ((ValueError, ValueError("x")), ((KeyError, TypeError), TypeError("t")), (Odd, Odd())):
        outcome, caught = block(kind, failure)
        lab.true(outcome.value == "went on", told(kind, failure, outcome), reply="still_raised")
        lab.true(caught.error is failure, f"The block raised {failure!r}, and then caught.error was {caught.error!r}.",
                 reply="not_kept")


@lab.check("a subclass counts")
def subclass():
    for kind, failure in ((OSError, FileNotFoundError(2, "gone")), ((LookupError, ValueError), KeyError("k"))):
        outcome, caught = block(kind, failure)
        lab.true(outcome.value == "went on", told(kind, failure, outcome), reply="exact_type")


@lab.check("another exception goes on, untouched")
def others():
    for kind, failure in ((ValueError, TypeError("bug")), ((KeyError, IndexError), KeyboardInterrupt()),
                          (KeyError, LookupError("base"))):
        outcome, caught = block(kind, failure)
        lab.true(outcome.value != "went on", told(kind, failure, outcome), reply="swallows_others")
        lab.true(outcome.error is failure, told(kind, failure, outcome), reply="others_hidden")
        lab.true(failure.__context__ is None, f"{failure!r} has got a context: {failure.__context__!r}.")


@lab.check("a block without an exception is an AssertionError that names the types")
def none_raised():
    for kind, names in ((ValueError, ["ValueError"]), ((KeyError, OSError), ["KeyError", "OSError"])):
        outcome, caught = block(kind, None)
        lab.true(outcome.value != "went on", f"Raises({kind!r}), and the block raised nothing: nobody complained.",
                 reply="no_complaint")
        lab.true(isinstance(outcome.error, AssertionError), f"Raises({kind!r}), and the block raised nothing: what came "
                 f"out was {outcome.error!r}.", reply="tuple_name" if len(names) > 1 else None)
        for name in names:
            lab.true(name in str(outcome.error), f"The message {str(outcome.error)!r} does not name {name}.")

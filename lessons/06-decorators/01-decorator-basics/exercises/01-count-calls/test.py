"""Checks for count-calls."""
import lab


def probe(*args, **kwargs):
    return args, kwargs


@lab.check("collect remembers the function and returns it")
def collects():
    main, ran = lab.load(), []

    def first():
        ran.append(1)
    results = [main.collect(first), main.collect(probe)]
    lab.true(not ran, "collect called the function.", reply="runs_at_definition")
    lab.true(None not in results, "collect returned None.", reply="returns_none")
    lab.true(results == [first, probe], "collect returned another function.", reply="wrapped_needlessly")
    lab.true(main.collected == [first, probe], f"After decorating two functions, collected is {main.collected!r}.")


@lab.check("counted runs nothing while it decorates")
def definition():
    ran = []
    found = lab.load().counted(lambda: ran.append(1))
    lab.true(not ran, "counted called the function.", reply="runs_at_definition")
    lab.true(callable(found), f"counted returned {found!r}.", reply="returns_none")


@lab.check("the wrapper takes and returns what the function does")
def transparent():
    wrapper = lab.load().counted(probe)
    for args, kwargs in (((), {}), ((1, 2), {}), ((1,), {"b": 2})):
        outcome = lab.calls(lambda: wrapper(*args, **kwargs))
        lab.true(outcome.error is None, f"Called with {args} and {kwargs}, the wrapper raised {outcome.error!r}.",
                 reply="arguments_lost")
        lab.true(outcome.value is not None, "The wrapper returned None.", reply="result_lost")
        lab.equal(outcome.value, (args, kwargs), call="what reaches the function", reply="arguments_lost")


@lab.check("calls tells how often, for each function on its own")
def counts():
    main = lab.load()

    def ping():
        pass
    one, two = main.counted(ping), main.counted(probe)
    lab.true(hasattr(one, "calls") or not hasattr(ping, "calls"), "The function that was decorated has got an attribute "
             "calls, and what counted returned has none.", reply="on_original")
    numbers = [getattr(one, "calls", None)]
    for _ in range(3):
        one()
        numbers.append(getattr(one, "calls", None))
    lab.equal(numbers, [0, 1, 2, 3], call="calls before and after each of three calls")
    lab.equal(getattr(two, "calls", None), 0, call="calls of another decorated function", reply="shared_count")


@lab.check("a call that raises is counted")
def failing():
    def fail():
        raise ValueError("no")
    wrapper = lab.load().counted(fail)
    outcome = lab.calls(wrapper)
    lab.true(isinstance(outcome.error, ValueError), f"A decorated function that raises gave {outcome.value!r}.")
    lab.equal(getattr(wrapper, "calls", None), 1, call="calls after one call that raised", reply="failed_call")

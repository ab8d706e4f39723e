"""Checks for call-log."""
import lab


def probe(*args, **kwargs):
    return (args, kwargs)


def record(*args, **kwargs):
    main, log = lab.load(), []
    outcome = lab.calls(lambda: main.record(log, probe, *args, **kwargs))
    if outcome.error:
        named = set(kwargs) & {"log", "function", "self", "func", "f"}
        lab.fail(f"record(log, probe, ...) with {args} and {kwargs} raised {outcome.error!r}.",
                 reply="name_taken" if named else None)
    return outcome.value, log


@lab.check("the function gets exactly the arguments, and its result comes back")
def forwards():
    for args, kwargs in (((), {}), ((1, [2]), {}), (("a",), {"end": "!"}), ((), {"x": 1, "y": None})):
        value, _ = record(*args, **kwargs)
        story = f"With {args} and {kwargs} the function returned {(args, kwargs)!r}, and record {value!r}."
        lab.true(value is not None, story, reply="result_lost")
        lab.true(value != ((args, kwargs), {}), story, reply="not_spread")
        lab.true(not kwargs or value[1] == kwargs, story, reply="kwargs_lost")
        lab.equal(value, (args, kwargs), call="The result of record")


@lab.check("a named argument may have any name")
def any_name():
    for name in ("log", "function"):
        value, _ = record(1, **{name: 2})
        lab.equal(value, ((1,), {name: 2}), call=f"record(log, probe, 1, {name}=2)")


@lab.check("each call is recorded as (function, args, kwargs)")
def recorded():
    _, log = record(1, 2, end="")
    lab.equal(log, [(probe, (1, 2), {"end": ""})], call="The log after record(log, probe, 1, 2, end='')")


@lab.check("a call that raises is recorded, and its exception gets out")
def failing():
    log = []
    outcome = lab.calls(lab.load().record, log, int, "two")
    lab.true(isinstance(outcome.error, ValueError), f"record(log, int, 'two') gave {outcome.value!r}.")
    lab.true(log == [(int, ("two",), {})], f"The log after record(log, int, 'two') is {log!r}.",
             reply="failures_missing")


@lab.check("replay repeats all calls in order")
def replays():
    main = lab.load()
    log = [(probe, (1,), {}), (sorted, ("cab",), {"reverse": True}), (probe, (), {"log": 3})]
    outcome = lab.calls(main.replay, log)
    lab.true(outcome.error is None, f"replay raised {outcome.error!r}.")
    lab.equal(outcome.value, [((1,), {}), ["c", "b", "a"], ((), {"log": 3})], call="replay(log)")
    lab.equal(main.replay([]), [], call="replay([])")

"""Checks for scene: what a helper at the prompt finds after a crash."""

import sys

import lab

NAMES = ["last_exc", "last_type", "last_value", "last_traceback"]


def average(prices):
    total = sum(prices)
    return total / len(prices)


def shop():
    name, lists = "chair", [[]]
    return average(lists[0])


def crash():
    """Return an exception with three entries in its traceback: crash, shop, average."""
    where = "outermost"
    try:
        shop()
    except ZeroDivisionError as error:
        return error


def after(error, function, *args):
    """Call a function as it would be at the prompt after `error` ended the script."""
    values = [error, type(error), error, error and error.__traceback__]
    try:
        if error is not None:
            for name, value in zip(NAMES, values):
                setattr(sys, name, value)
        return lab.calls(function, *args)
    finally:
        for name in NAMES:
            if hasattr(sys, name):
                delattr(sys, name)


def show(function, error, *args):
    call = f"scene({', '.join(map(str, args))})"
    outcome = after(error, function, *args)
    if outcome.error is not None:
        asks = lab.source()
        now = "exc_info" in asks or "sys.exception" in asks
        lab.fail(f"After a crash, {call} should return a dictionary, but it raised "
                 f"{outcome.error!r}.", reply="nothing_being_handled" if now else None)
    return outcome.value


@lab.check("scene() returns the variables of the function that failed")
def shows_the_scene():
    main = lab.load()
    found = show(main.scene, crash())
    wanted = {"prices": [], "total": 0}
    first = hasattr(found, "get") and found.get("where") == "outermost"
    lab.true(found == wanted, f"scene() should return {wanted}, but it returned {found!r}.",
             reply="outermost_frame" if first else None)


@lab.check("scene(1) and scene(2) go up to the callers")
def goes_up():
    main = lab.load()
    error = crash()
    found = show(main.scene, error, 1)
    lab.true("name" in found, "scene(1) should return the variables of the caller, but it returned "
             f"{found!r}.", reply="counts_from_the_top" if "where" in found else None)
    found = show(main.scene, error, 2)
    lab.true("where" in found, "scene(2) should return the variables of the first entry, but it "
             f"returned {found!r}.", reply="counts_from_the_top" if "total" in found else None)


@lab.check("The dictionary is a copy")
def copies():
    main = lab.load()
    error = crash()
    found = show(main.scene, error)
    kind = type(found)
    outcome = lab.calls(lambda: found.update(total=99))
    again = show(main.scene, error)
    lab.true(kind is dict and outcome.error is None and again["total"] == 0,
             "Changing the result of scene() should change nothing else, and it should be a plain "
             f"dictionary, but it is {kind.__name__}.", reply="live_view")


@lab.check("Without a crash, scene() raises a LookupError")
def needs_a_crash():
    main = lab.load()
    outcome = after(None, main.scene)
    lab.true(isinstance(outcome.error, LookupError), "In a fresh process scene() should raise a "
             f"LookupError, but there was {outcome.error or outcome.value!r}.",
             reply="attribute_error" if isinstance(outcome.error, AttributeError) else None)


@lab.check("Further up than the traceback goes is a LookupError")
def has_a_top():
    main = lab.load()
    outcome = after(crash(), main.scene, 3)
    lab.true(isinstance(outcome.error, LookupError), "The traceback has three entries, so scene(3) "
             f"should raise a LookupError, but there was {outcome.error or outcome.value!r}.")

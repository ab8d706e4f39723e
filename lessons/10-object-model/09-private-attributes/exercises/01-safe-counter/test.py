"""Checks for safe-counter."""
import lab


@lab.check("it counts")
def counts():
    counter = lab.load().Counter()
    lab.equal([counter.step(), counter.step()], [1, 2], call="two calls of step()")
    lab.equal(counter.show(), "count: 2", call="show()")


@lab.check("each counts for itself")
def apart():
    counter = lab.load().Counter
    first, second = counter(), counter()
    first.step()
    lab.equal(second.step(), 1, call="the first step() of a second counter", reply="on_class")


@lab.check("a subclass may override _label")
def hook():
    clicks = type("Clicks", (lab.load().Counter,), {"_label": lambda self: "clicks"})()
    clicks.step()
    lab.equal(clicks.show(), "clicks: 1", call="show() of a subclass with a _label", reply="hook_lost")


@lab.check("names of a subclass do no harm")
def names():
    counter = lab.load().Counter
    plain = counter()
    plain.step()
    clicks = type("Clicks", (counter,), {})()
    names = {"count", "_count", "value", "_value", *getattr(plain, "__dict__", ())}
    for name in names:
        if not name.startswith("_Counter__"):
            setattr(clicks, name, "mine")
    outcome = lab.calls(clicks.step)
    lab.true(outcome.value == 1, f"With names of the subclass's own, step() gave {outcome.error or outcome.value!r}.",
             reply="collides")
    lab.equal(clicks.show(), "count: 1", call="show() of a subclass with names of its own", reply="collides")
    lab.equal(clicks._count, "mine", call="the subclass's _count", reply="collides")

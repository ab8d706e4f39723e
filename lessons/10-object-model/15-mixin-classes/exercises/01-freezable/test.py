"""Checks for freezable."""

import lab


def make(mixin):
    """Make a host whose __init__ calls nobody."""
    class Door:
        def __init__(self, place):
            self.place = place

    return type("FreezableDoor", (mixin, Door), {})


def refuses(action, *args):
    """Tell whether an action raises an AttributeError that names the last text."""
    error = lab.calls(action, *args).error
    return isinstance(error, AttributeError) and args[1] in str(error)


@lab.check("before freeze(), objects behave as usual")
def usual():
    outcome = lab.calls(make(lab.load().FreezableMixin), "north")
    reply = None if isinstance(outcome.error, RecursionError) else "needs_init"
    lab.true(outcome.error is None, f"FreezableDoor('north') ended with {outcome.error!r}.", reply=reply)
    door = outcome.value
    door.place = "south"
    door.open = True
    del door.open
    lab.equal((door.place, hasattr(door, "open")), ("south", False), call="the place, and whether `open` is still there,")


@lab.check("after freeze(), attributes cannot be set")
def frozen():
    door = make(lab.load().FreezableMixin)("north")
    door.freeze()
    again = lab.calls(door.freeze)
    lab.true(again.error is None, f"The second freeze() raised {again.error!r}.", reply="freeze_again")
    for name in ("place", "extra"):
        lab.true(refuses(setattr, door, name, 1), f"Setting {name!r} of a frozen object should raise an AttributeError that names it.")
    lab.equal(door.place, "north", call="the place of the frozen door")


@lab.check("after freeze(), attributes cannot be deleted")
def deletes():
    door = make(lab.load().FreezableMixin)("north")
    door.freeze()
    refused = refuses(delattr, door, "place")
    lab.true(refused, "`del door.place` should raise an AttributeError that names it.",
             reply=None if hasattr(door, "place") else "deletes")


@lab.check("other objects are not frozen")
def others():
    kind = make(lab.load().FreezableMixin)
    one, two = kind("north"), kind("south")
    one.freeze()
    three = lab.calls(kind, "east")
    lab.true(not refuses(setattr, two, "place", "west") and three.error is None,
             "One door was frozen, and another cannot be changed or made.", reply="freezes_all")


@lab.check("the rules of a host with its own __setattr__ hold")
def host():
    main = lab.load()

    class Probe(main.FreezableMixin, main.CleanSettings):
        pass

    probe = Probe()
    probe.host = " a "
    lab.equal(probe.host, "a", call="the attribute that was set to ' a '", reply="host_rules")


@lab.check("Settings are CleanSettings that can be frozen")
def settings():
    main = lab.load()
    settings = main.Settings()
    settings.host = " a "
    lab.equal(settings.host, "a", call="the host that was set to ' a '")
    lab.true(isinstance(settings, main.CleanSettings) and isinstance(settings, main.FreezableMixin), "Settings lacks a base.")
    settings.freeze()
    lab.true(refuses(setattr, settings, "host", "b"), f"After freeze(), the host is {settings.host!r}.", reply="wrong_side")

"""Checks for who-defines."""
import lab


class Device:
    unit = "?"

    def read(self):
        return 1

    def reset(self):
        pass


class Sensor(Device):
    def __init__(self):
        vars(self).update(place="roof", read="hides", limit="hidden")

    def read(self):
        return 2

    @property
    def limit(self):
        raise AssertionError("the property was run")

    def __getattr__(self, name):
        raise AssertionError("__getattr__ was run")


class Outdoor(Sensor):
    unit = "C"

    def reset(self):
        pass

    def measure(self):
        pass


def asked(name, obj=None):
    obj = obj or Outdoor()
    outcome = lab.calls(lab.load().origin, obj, name)
    lab.true(not isinstance(outcome.error, AssertionError), f"For {name!r}: {outcome.error}.", reply="runs_code")
    lab.true(outcome.error is None, f"For {name!r} it raised {outcome.error!r}.", reply=None if hasattr(obj, "__dict__") else "no_dict")
    return outcome.value


@lab.check("attributes of the instance, of the class, of a base")
def places():
    lab.equal(asked("place"), "instance", call="the origin of an attribute of the instance")
    lab.equal(asked("measure"), "Outdoor", call="the origin of a method of the class")
    lab.equal(asked("unit"), "Outdoor", call="the origin of a name that class and base define", reply="row")
    lab.equal(asked("__eq__"), "object", call="the origin of __eq__", reply="row")


@lab.check("the instance hides methods, and data descriptors hide the instance")
def order():
    lab.equal(asked("read"), "instance", call="the origin of a method that the instance hides", reply="hidden_method")
    lab.equal(asked("limit"), "Sensor", call="the origin of a property with an entry of the same name", reply="descriptor")


@lab.check("a slot is a data descriptor as well")
def slot():
    class Tuned:
        __slots__ = ("level", "__dict__")

    tuned = Tuned()
    vars(tuned)["level"] = 5
    lab.equal(asked("level", tuned), "Tuned", call="the origin of a slot with an entry", reply="only_property")

    class Getting:
        def __get__(self, obj, kind=None):
            return "from the class"

    class Deleting(Getting):
        def __delete__(self, obj):
            raise AssertionError("a descriptor was run")

    class Setting(Getting):
        def __set__(self, obj, value):
            raise AssertionError("a descriptor was run")

    class Kept:
        note = Deleting()
        mood = Setting()
        hint = Getting()
        kind = Deleting

    kept = Kept()
    vars(kept).update(note="entry", mood="entry", hint="entry", kind="entry")
    for name, expected, what in (("note", "Kept", "a descriptor with __get__ and __delete__"),
                                 ("mood", "Kept", "a descriptor with __get__ and __set__"),
                                 ("hint", "instance", "a descriptor with __get__ only"),
                                 ("kind", "instance", "a class with __delete__, which is itself no descriptor,")):
        lab.equal(asked(name, kept), expected, call=f"with an entry in the instance: the origin of {what}")


@lab.check("what is nowhere is None, and no code of the object runs")
def nowhere():
    lab.equal(asked("nothing"), None, call="the origin of a name that is nowhere")


@lab.check("objects without a dictionary")
def slots():
    class Point:
        __slots__ = ("x",)

    lab.equal(asked("x", Point()), "Point", call="the origin of a slot", reply="no_dict")
    lab.equal(asked("append", [1]), "list", call="the origin of append of a list", reply="no_dict")
    lab.equal(asked("y", Point()), None, call="the origin of what has no slot", reply="no_dict")


@lab.check("overridden lists what a class replaces")
def replaced():
    main = lab.load()
    for cls, expected in ((Outdoor, ["reset", "unit"]), (Sensor, ["read"]), (Device, [])):
        lab.equal(main.overridden(cls), expected, call=f"overridden({cls.__name__})", reply="special")
    names = {"__half": 1, "half__": 2, "__len__": 3}
    child = type("Child", (type("Base", (), names),), names)
    lab.equal(main.overridden(child), ["__half", "half__"], call=f"overridden() of a class that repeats {list(names)}")

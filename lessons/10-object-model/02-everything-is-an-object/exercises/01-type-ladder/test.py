"""Checks for type-ladder."""
import math

import lab


class Meta(type):
    pass


class Upper(Meta):
    pass


class Dog(metaclass=Upper):
    pass


class Lowest(metaclass=type("Sky", (type,), {})):
    pass


class High(type, metaclass=Meta):
    pass


class Deep(metaclass=High):
    pass


def level(x, text, expected, reply=None):
    outcome = lab.calls(lab.load().level, x)
    lab.true(outcome.error is None, f"level({text}) raised {outcome.error!r}.")
    lab.equal(outcome.value, expected, call=f"level({text})", reply=reply)


def ladder(x, text, expected, reply=None):
    outcome = lab.calls(lab.load().ladder, x)
    lab.true(outcome.error is None, f"ladder({text}) raised {outcome.error!r}.")
    if isinstance(outcome.value, list) and "object" in outcome.value:
        reply = "went_to_bases"
    lab.equal(outcome.value, expected, call=f"ladder({text})", reply=reply)


@lab.check("instances")
def instances():
    level(7, "7", "instance")
    level(math, "math", "instance")
    level(Dog(), "Dog()", "instance")
    level(len, "len", "instance", reply="callable_class")


@lab.check("classes")
def classes():
    level(int, "int", "class")
    level(object, "object", "class")
    level(Dog, "a class with a metaclass", "class", reply="exact_type")


@lab.check("metaclasses")
def metaclasses():
    level(type, "type", "metaclass")
    level(Meta, "a class that inherits from type", "metaclass", reply="only_type")
    level(Upper, "a class that inherits from a metaclass", "metaclass", reply="only_type")


@lab.check("ladders")
def ladders():
    ladder(7, "7", ["int", "type"])
    ladder(True, "True", ["bool", "type"])
    ladder(int, "int", ["type"])
    ladder(type, "type", ["type"])


@lab.check("ladders through metaclasses")
def high():
    ladder(Dog(), "an instance whose class has the metaclass Upper", ["Dog", "Upper", "type"],
           reply="not_to_the_end")
    ladder(Lowest, "a class with the metaclass Sky", ["Sky", "type"])
    ladder(Deep(), "an instance whose metaclass has a metaclass", ["Deep", "High", "Meta", "type"],
           reply="not_to_the_end")

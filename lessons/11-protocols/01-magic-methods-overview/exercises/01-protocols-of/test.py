"""Checks for protocols-of."""
import io

import lab


class Door:
    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class SideDoor:
    __call__ = __contains__ = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class HalfDoor:
    def __exit__(self, *_):
        pass

    def __next__(self):
        return 1


def check(x, expected, call, reply=None):
    outcome = lab.calls(lab.load().protocols, x)
    lab.true(outcome.error is None, f"protocols({call}) raised {outcome.error!r}.", reply=reply)
    extra = isinstance(outcome.value, list) and sorted([*expected, "callable"]) == outcome.value
    lab.equal(outcome.value, expected, call=f"protocols({call})",
              reply="from_metaclass" if extra and reply is None else reply)


@lab.check("built-in objects")
def built_in():
    check(len, ["callable", "hashable"], "len")
    check("text", ["container", "hashable", "iterable"], "'text'")
    check(iter("ab"), ["hashable", "iterable", "iterator"], "iter('ab')")
    check(42, ["hashable"], "42")
    check(io.StringIO("a"), ["context manager", "hashable", "iterable", "iterator"], "an open file",
          reply="inherited_too")


@lab.check("a method that is None is not supported")
def none():
    check([], ["container", "iterable"], "[]", reply="set_to_none")
    check({}, ["container", "iterable"], "{}", reply="set_to_none")
    check(SideDoor(), ["context manager", "hashable"], "an object whose class says __call__ = None", reply="set_to_none")


@lab.check("inherited methods count")
def inherited():
    class Colors(Door, list):
        pass
    check(Colors(), ["container", "context manager", "iterable"], "an object that inherits from list",
          reply="inherited_too")


@lab.check("half a protocol is none")
def half():
    check(HalfDoor(), ["hashable"], "an object with __exit__ and __next__ only", reply="half_a_protocol")


@lab.check("attributes of the instance do not count")
def instance():
    door = Door()
    door.__call__ = door.__iter__ = lambda: iter([])
    check(door, ["context manager", "hashable"], "an object with __call__ and __iter__ of its own",
          reply="on_the_instance")


@lab.check("a class is an object, whose type is asked")
def classes():
    check(Door, ["callable", "hashable"], "a class", reply="class_itself")

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


class OtherHalf:
    def __enter__(self):
        return self


def check(x, expected, call, reply=None, fewer=None, more=None):
    """Compare; `fewer` and `more` are the replies if the answer only lacks names, or only has too many."""
    outcome = lab.calls(lab.load().protocols, x)
    lab.true(outcome.error is None, f"protocols({call}) raised {outcome.error!r}.")
    found = set(outcome.value) if isinstance(outcome.value, list) else set()
    if found and found < set(expected):
        reply = fewer
    elif found > set(expected):
        reply = more
    lab.equal(outcome.value, expected, call=f"protocols({call})", reply=reply)


@lab.check("built-in objects")
def built_in():
    check(len, ["callable", "hashable"], "len")
    for x, expected, call in ((42, ["hashable"], "42"), ("text", ["container", "hashable", "iterable"], "'text'"),
                              (iter("ab"), ["hashable", "iterable", "iterator"], "iter('ab')")):
        called = lab.calls(lab.load().protocols, x).value == sorted([*expected, "callable"])
        check(x, expected, call, more="from_metaclass" if called else None)
    check(io.StringIO("a"), ["context manager", "hashable", "iterable", "iterator"], "an open file",
          fewer="inherited_too")


@lab.check("a method that is None is not supported")
def none():
    check([], ["container", "iterable"], "[]", more="set_to_none")
    check({}, ["container", "iterable"], "{}", more="set_to_none")
    check(SideDoor(), ["context manager", "hashable"], "an object whose class says __call__ = None", more="set_to_none")


@lab.check("inherited methods count")
def inherited():
    class Colors(Door, list):
        pass
    check(Colors(), ["container", "context manager", "iterable"], "an object that inherits from list",
          fewer="inherited_too")


@lab.check("half a protocol is none")
def half():
    check(HalfDoor(), ["hashable"], "an object with __exit__ and __next__ only", more="half_a_protocol")
    check(OtherHalf(), ["hashable"], "an object with __enter__ only", more="half_a_protocol")


@lab.check("attributes of the instance do not count")
def instance():
    door = Door()
    door.__call__ = door.__iter__ = lambda: iter([])
    check(door, ["context manager", "hashable"], "an object with __call__ and __iter__ of its own",
          more="on_the_instance")


@lab.check("a class is an object, whose type is asked")
def classes():
    check(Door, ["callable", "hashable"], "a class", reply="class_itself")

"""Checks for json-kinds."""

from collections import UserDict, deque
from enum import IntEnum
from types import MappingProxyType

import lab


def told(value):
    """Return the kind of a value, or the error in words."""
    outcome = lab.calls(lab.load().json_kind, value)
    return outcome.value if outcome.error is None else f"{type(outcome.error).__name__}: {outcome.error}"


@lab.check("numbers and booleans are told apart")
def numbers():
    for value, kind in ((True, "boolean"), (False, "boolean")):
        found = told(value)
        lab.equal(found, kind, call=f"json_kind({value!r})", reply="bool_number" if found == "number" else None)
    for value, kind in ((0, "number"), (-2.5, "number"), (None, "null")):
        lab.equal(told(value), kind, call=f"json_kind({value!r})")


@lab.check("text is a string")
def text():
    for value in ("", "abc"):
        found = told(value)
        lab.equal(found, "string", call=f"json_kind({value!r})", reply="text_array" if found == "array" else None)


@lab.check("lists, tuples and dictionaries")
def plain():
    for value, kind in (([], "array"), ((1, 2), "array"), ({}, "object"), ({"a": 1}, "object")):
        lab.equal(told(value), kind, call=f"json_kind({value!r})")


@lab.check("subclasses count as their parents")
def subclasses():
    class Name(str):
        pass

    Level = IntEnum("Level", ["LOW", "HIGH"])
    lab.equal(told(Name("Ada")), "string", call="json_kind() of an instance of a subclass of str", reply="exact")
    lab.equal(told(Level.LOW), "number", call="json_kind() of a member of an IntEnum", reply="exact")


@lab.check("every sequence is an array, every mapping an object")
def virtual():
    for value, kind in ((range(3), "array"), (deque([1]), "array"), (UserDict(a=1), "object"),
                        (MappingProxyType({"a": 1}), "object")):
        lab.equal(told(value), kind, call=f"json_kind({value!r})", reply="only_builtin")


@lab.check("bytes, sets and functions are refused, with their type")
def refused():
    class Packet(bytes):
        pass

    for value in (b"raw", bytearray(b"raw"), Packet(b"raw"), {1}, len, 1j):
        found = told(value)
        name = type(value).__name__
        lab.true(found is not None and found.startswith("TypeError") and name in found,
                 f"json_kind({value!r}) should raise a TypeError that names {name}, and gave: {found}.",
                 reply="bytes_array" if found == "array" else None)

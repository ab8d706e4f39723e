from collections.abc import Mapping, Sequence
from functools import singledispatch


@singledispatch
def json_kind(value):
    raise TypeError(type(value).__name__)


json_kind.register(type(None), lambda value: "null")
json_kind.register(bool, lambda value: "boolean")
json_kind.register(int, lambda value: "number")
json_kind.register(float, lambda value: "number")
json_kind.register(str, lambda value: "string")
json_kind.register(Sequence, lambda value: "array")
json_kind.register(Mapping, lambda value: "object")


@json_kind.register(bytes)
@json_kind.register(bytearray)
def refuse(value):
    raise TypeError(type(value).__name__)

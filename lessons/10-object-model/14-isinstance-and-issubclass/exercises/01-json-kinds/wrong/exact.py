# expect: exact
from collections.abc import Mapping, Sequence

KINDS = {type(None): "null", bool: "boolean", int: "number", float: "number", str: "string"}


def json_kind(value):
    if type(value) in KINDS:
        return KINDS[type(value)]
    if isinstance(value, Mapping):
        return "object"
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray)):
        return "array"
    raise TypeError(f"{type(value).__name__} has no JSON kind")

from collections.abc import Mapping, Sequence


def json_kind(value):
    """Return the JSON kind of a value, or raise a TypeError."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "string"
        case bytes() | bytearray():
            pass
        case Mapping():
            return "object"
        case Sequence():
            return "array"
    raise TypeError(f"no JSON for {type(value).__name__}")

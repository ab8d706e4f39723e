import collections.abc as abc


def json_kind(value):
    if value is None:
        return "null"
    if value is True or value is False:
        return "boolean"
    if isinstance(value, str):
        return "string"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, abc.Mapping):
        return "object"
    if isinstance(value, abc.Sequence) and not isinstance(value, bytes | bytearray):
        return "array"
    raise TypeError(f"cannot send a {type(value).__qualname__}")

# expect: only_builtin
from collections.abc import Mapping, Sequence

KINDS = [
    (type(None), "null"),
    (bool, "boolean"),
    ((int, float), "number"),
    (str, "string"),
    (dict, "object"),
    ((list, tuple), "array"),
]


def json_kind(value):
    """Return the JSON kind of a value, or raise a TypeError."""
    if not isinstance(value, (bytes, bytearray)):
        for types, kind in KINDS:
            if isinstance(value, types):
                return kind
    raise TypeError(f"{type(value).__name__} has no JSON kind")


if __name__ == "__main__":
    for value in (None, True, 3, 2.5, "text", [1], range(3), {"a": 1}):
        print(value, json_kind(value))

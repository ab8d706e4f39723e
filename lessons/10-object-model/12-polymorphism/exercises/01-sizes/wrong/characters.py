# expect: bytes_of_text
from functools import singledispatch


@singledispatch
def size(value):
    """Return how many bytes a value takes in a message."""
    try:
        ask = value.size_in_bytes
    except AttributeError:
        raise TypeError(f"no size for {type(value).__name__}") from None
    return ask()


@size.register
def _(value: int | float):
    return 8


@size.register
def _(value: bool):
    return 1


@size.register
def _(value: None):
    return 0


@size.register
def _(value: str):
    return len(value)


@size.register
def _(value: list | tuple):
    return sum(map(size, value))


@size.register
def _(value: dict):
    return sum(size(key) + size(item) for key, item in value.items())


if __name__ == "__main__":
    print(size({"name": "Zoë", "tags": ["a", True], "id": 7}))

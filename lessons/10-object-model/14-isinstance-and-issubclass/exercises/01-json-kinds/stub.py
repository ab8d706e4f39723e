def json_kind(value):
    """Return the JSON kind of a value, or raise a TypeError."""
    # TODO
    if type(value) is list:
        return "array"


if __name__ == "__main__":
    for value in (None, True, 3, 2.5, "text", [1], range(3), {"a": 1}):
        print(value, json_kind(value))

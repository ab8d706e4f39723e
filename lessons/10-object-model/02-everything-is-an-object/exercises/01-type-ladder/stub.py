def level(x):
    """Return "instance", "class" or "metaclass"."""
    return "instance"  # TODO


def ladder(x):
    """Return the names of the type of x, of its type, and so on."""
    return [type(x).__name__]  # TODO


if __name__ == "__main__":
    for x in [7, int, type]:
        print(x, level(x), ladder(x))

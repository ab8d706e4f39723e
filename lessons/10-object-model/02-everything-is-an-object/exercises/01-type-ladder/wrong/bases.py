# expect: went_to_bases
def level(x):
    """Return "instance", "class" or "metaclass"."""
    if not isinstance(x, type):
        return "instance"
    if issubclass(x, type):
        return "metaclass"
    return "class"


def ladder(x):
    """Return the names of the type of x, of its type, and so on."""
    x = type(x)
    names = [x.__name__]
    for x in x.__mro__[1:]:
        names.append(x.__name__)
    return names


if __name__ == "__main__":
    for x in [7, int, type]:
        print(x, level(x), ladder(x))

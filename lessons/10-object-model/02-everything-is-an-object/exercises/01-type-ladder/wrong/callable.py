# expect: callable_class
def level(x):
    """Return "instance", "class" or "metaclass"."""
    if not callable(x):
        return "instance"
    if isinstance(x, type) and issubclass(x, type):
        return "metaclass"
    return "class"


def ladder(x):
    """Return the names of the type of x, of its type, and so on."""
    x = type(x)
    names = [x.__name__]
    while type(x) is not x:
        x = type(x)
        names.append(x.__name__)
    return names


if __name__ == "__main__":
    for x in [7, int, type]:
        print(x, level(x), ladder(x))

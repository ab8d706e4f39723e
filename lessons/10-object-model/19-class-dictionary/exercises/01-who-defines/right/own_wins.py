def origin(obj, name):
    """Say where the attribute of an object is found."""
    try:
        own = object.__getattribute__(obj, "__dict__")
    except AttributeError:
        own = {}
    for cls in type(obj).__mro__:
        if name in cls.__dict__:
            found = type(cls.__dict__[name])
            if name in own and not (hasattr(found, "__set__") or hasattr(found, "__delete__")):
                return "instance"
            return cls.__name__
    return "instance" if name in own else None


def overridden(cls):
    """Return the names that a class defines although a base has them."""
    inherited = set().union(*(vars(base) for base in cls.__mro__[1:] if base is not object))
    return sorted(n for n in vars(cls) if n in inherited and not (n[:2] == n[-2:] == "__"))

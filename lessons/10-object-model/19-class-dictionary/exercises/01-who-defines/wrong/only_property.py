# expect: only_property
def origin(obj, name):
    """Say where the attribute of an object is found."""
    for cls in type(obj).__mro__:
        if name in vars(cls):
            if isinstance(vars(cls)[name], property):
                return cls.__name__
            break
    else:
        cls = None
    if name in getattr(obj, "__dict__", {}):
        return "instance"
    return cls and cls.__name__


def overridden(cls):
    inherited = {n for base in cls.__mro__[1:-1] for n in vars(base)}
    return sorted(n for n in inherited & vars(cls).keys() if not n.startswith("__"))

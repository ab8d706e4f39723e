import inspect


def origin(obj, name):
    missing = object()
    cls = type(obj)
    found = inspect.getattr_static(cls, name, missing)
    owner = None
    for each in inspect.getmro(cls):
        if name in each.__dict__:
            owner = each.__name__
            found = each.__dict__[name]
            break
    if owner and inspect.isdatadescriptor(found):
        return owner
    holder = inspect.getattr_static(obj, "__dict__", None)
    own = holder.__get__(obj) if hasattr(holder, "__get__") else {}
    return "instance" if name in own else owner


def overridden(cls):
    above = set()
    for base in cls.__mro__[1:-1]:
        above.update(vars(base))
    return [name for name in sorted(vars(cls)) if name in above and not (name[:2] == name[-2:] == "__")]

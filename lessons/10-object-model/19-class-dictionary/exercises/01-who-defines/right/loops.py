def origin(obj, name):
    owner = value = None
    for cls in type(obj).mro():
        if name in cls.__dict__:
            owner, value = cls.__name__, cls.__dict__[name]
            break
    if owner is not None:
        kinds = [vars(kind) for kind in type(value).__mro__]
        if any("__set__" in kind or "__delete__" in kind for kind in kinds):
            return owner
    try:
        if name in vars(obj):
            return "instance"
    except TypeError:
        pass
    return owner


def overridden(cls):
    names = []
    for name in vars(cls):
        if name.startswith("__") and name.endswith("__"):
            continue
        if any(name in vars(base) for base in cls.mro()[1:] if base is not object):
            names.append(name)
    return sorted(names)

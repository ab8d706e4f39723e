def supports(cls, method):
    for base in cls.__mro__:
        if method in vars(base):
            return vars(base)[method] is not None
    return False


def protocols(x):
    table = [
        ("callable", "__call__"),
        ("container", "__contains__"),
        ("context manager", "__enter__ __exit__"),
        ("hashable", "__hash__"),
        ("iterable", "__iter__"),
        ("iterator", "__iter__ __next__"),
    ]
    return [name for name, methods in table if all(supports(type(x), it) for it in methods.split())]

# expect: half_a_protocol
METHODS = {
    "callable": ["__call__"],
    "container": ["__contains__"],
    "context manager": ["__enter__", "__exit__"],
    "hashable": ["__hash__"],
    "iterable": ["__iter__"],
    "iterator": ["__next__"],
}


def protocols(x):
    """Return the names of the protocols that x keeps."""
    return [
        name
        for name, methods in METHODS.items()
        if any(method_of(type(x), method) is not None for method in methods)
    ]


def method_of(cls, name):
    """Return the method that a class has, or inherits, or None."""
    for base in cls.__mro__:
        if name in vars(base):
            return vars(base)[name]
    return None

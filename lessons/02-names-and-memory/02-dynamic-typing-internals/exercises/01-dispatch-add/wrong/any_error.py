# expect: swallows
def add(a, b):
    for one, name, other in ((a, "__add__", b), (b, "__radd__", a)):
        try:
            result = getattr(type(one), name)(one, other)
        except Exception:
            continue
        if result is not NotImplemented:
            return result
    raise TypeError("cannot add")

# expect: falsy_result
def add(a, b):
    for one, name, other in ((a, "__add__", b), (b, "__radd__", a)):
        method = getattr(type(one), name, None)
        result = method and method(one, other)
        if result and result is not NotImplemented:
            return result
    raise TypeError("cannot add")

def add(a, b):
    if hasattr(type(a), "__add__"):
        result = type(a).__add__(a, b)
        if result is not NotImplemented:
            return result
    if hasattr(type(b), "__radd__"):
        result = type(b).__radd__(b, a)
        if result is not NotImplemented:
            return result
    raise TypeError("cannot add these")

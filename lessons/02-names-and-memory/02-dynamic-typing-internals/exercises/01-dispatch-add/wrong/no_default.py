# expect: missing_method
def add(a, b):
    result = type(a).__add__(a, b)
    if result is NotImplemented:
        result = type(b).__radd__(b, a)
    if result is NotImplemented:
        raise TypeError("cannot add")
    return result

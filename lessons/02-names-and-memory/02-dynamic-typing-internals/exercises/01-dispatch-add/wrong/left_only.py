# expect: no_reflected
def add(a, b):
    result = type(a).__add__(a, b)
    if result is NotImplemented:
        raise TypeError("cannot add")
    return result

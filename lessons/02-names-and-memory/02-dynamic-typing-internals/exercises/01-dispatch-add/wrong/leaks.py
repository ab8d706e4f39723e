# expect: not_implemented_leaks
def add(a, b):
    return type(a).__add__(a, b)

# expect: operator
def add(a, b):
    return sum([b], a)

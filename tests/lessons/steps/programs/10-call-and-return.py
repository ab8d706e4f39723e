# One of the programs whose recording is compared: call and return.
def add(a, b=2, *rest, c, **more):
    total = a + b + sum(rest) + c
    return total


x = add(1, c=3)
y = add(1, 2, 3, 4, c=5, d=6)

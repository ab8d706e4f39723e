# One of the programs whose recording is compared: closure counter.
def counter():
    n = 0

    def step():
        nonlocal n
        n += 1
        return n

    return step


one = counter()
two = counter()
one()
one()
two()

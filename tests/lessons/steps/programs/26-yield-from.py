# One of the programs whose recording is compared: yield from.
def inner():
    yield 1
    return "r"


def outer():
    result = yield from inner()
    yield result


x = list(outer())

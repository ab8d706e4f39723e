def inner():
    yield 1
    return "r"


def outer():
    result = yield from inner()
    yield result


x = list(outer())

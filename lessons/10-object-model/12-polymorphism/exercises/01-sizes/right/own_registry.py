MAKERS = {}


def size(value):
    for cls in type(value).__mro__:
        if cls in MAKERS:
            return MAKERS[cls](value)
    method = getattr(type(value), "size_in_bytes", None)
    if method is None:
        raise TypeError(f"no size for {type(value).__name__}")
    return method(value)


size.register = MAKERS.__setitem__
size.register(int, lambda value: 8)
size.register(float, lambda value: 8)
size.register(bool, lambda value: 1)
size.register(type(None), lambda value: 0)
size.register(str, lambda value: len(value.encode()))
size.register(list, lambda value: sum(size(item) for item in value))
size.register(tuple, MAKERS[list])
size.register(dict, lambda value: size(list(value.keys())) + size(list(value.values())))

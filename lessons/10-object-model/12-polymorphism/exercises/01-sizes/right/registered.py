from functools import reduce, singledispatch


@singledispatch
def size(value):
    if not hasattr(value, "size_in_bytes"):
        raise TypeError("no size for " + type(value).__name__)
    return value.size_in_bytes()


for type_, bytes_ in {int: 8, float: 8, bool: 1, type(None): 0}.items():
    size.register(type_, lambda value, bytes_=bytes_: bytes_)
size.register(str, lambda value: len(value.encode("utf-8")))


@size.register(list)
@size.register(tuple)
def of_items(value):
    return reduce(lambda total, item: total + size(item), value, 0)


@size.register(dict)
def of_pairs(value):
    return of_items(list(value)) + of_items(list(value.values()))

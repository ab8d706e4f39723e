# expect: falsy_lost
MISSING = object()


def lookup(layers, key, default=MISSING):
    for layer in layers:
        value = layer.get(key)
        if value:
            return value
    if default is MISSING:
        raise KeyError(key)
    return default

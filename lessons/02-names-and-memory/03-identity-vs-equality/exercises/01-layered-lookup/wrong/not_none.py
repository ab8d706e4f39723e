# expect: none_lost
MISSING = object()


def lookup(layers, key, default=MISSING):
    for layer in layers:
        value = layer.get(key)
        if value is not None:
            return value
    if default is MISSING:
        raise KeyError(key)
    return default

# expect: equality_asked
MISSING = object()


def lookup(layers, key, default=MISSING):
    for layer in layers:
        value = layer.get(key, MISSING)
        if value != MISSING:
            return value
    if default is MISSING:
        raise KeyError(key)
    return default

# expect: equality_asked
MISSING = object()


def lookup(layers, key, default=MISSING):
    for layer in layers:
        if key in layer:
            return layer[key]
    if default == MISSING:
        raise KeyError(key)
    return default

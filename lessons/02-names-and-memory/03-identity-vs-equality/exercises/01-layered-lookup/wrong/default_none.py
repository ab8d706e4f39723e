# expect: none_default
def lookup(layers, key, default=None):
    for layer in layers:
        if key in layer:
            return layer[key]
    if default is None:
        raise KeyError(key)
    return default

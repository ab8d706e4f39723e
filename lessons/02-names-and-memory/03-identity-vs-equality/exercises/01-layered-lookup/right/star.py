def lookup(layers, key, *default):
    for layer in layers:
        if key in layer:
            return layer[key]
    if not default:
        raise KeyError(key)
    return default[0]

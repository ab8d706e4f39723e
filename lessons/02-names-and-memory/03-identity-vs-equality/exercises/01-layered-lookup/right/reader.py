def lookup(layers, key, *default):
    """Return what the first layer with the key holds."""
    for layer in layers:
        try:
            return layer[key]
        except KeyError:
            continue
    if not default:
        raise KeyError(key)
    return default[0]

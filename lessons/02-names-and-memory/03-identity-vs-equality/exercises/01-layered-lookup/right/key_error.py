class Missing:
    """Stands for a default that was not given."""


def lookup(layers, key, default=Missing):
    for layer in layers:
        try:
            return layer[key]
        except KeyError:
            continue
    if default is Missing:
        raise KeyError(key)
    return default

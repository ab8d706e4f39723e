MISSING = object()


def lookup(layers, key, default=MISSING):
    """Return what the first layer with the key holds."""
    for layer in layers:
        value = layer.get(key, MISSING)
        if value is not MISSING:
            return value
    if default is MISSING:
        raise KeyError(key)
    return default


if __name__ == "__main__":
    print(lookup([{"proxy": None}, {"proxy": "corp", "port": 80}], "proxy"))

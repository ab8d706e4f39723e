def lookup(layers, key, default=None):
    """Return what the first layer with the key holds."""
    for layer in layers:
        if layer.get(key):  # TODO: is that the right question?
            return layer[key]
    return default


if __name__ == "__main__":
    print(lookup([{"proxy": None}, {"proxy": "corp", "port": 80}], "proxy"))

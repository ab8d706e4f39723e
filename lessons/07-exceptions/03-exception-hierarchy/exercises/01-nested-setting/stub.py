def setting(settings, path, default):
    """Follow the path into the settings, or return the default."""
    value = settings
    for step in path:
        value = value[step]  # TODO: a step may be missing
    return value


if __name__ == "__main__":
    settings = {"servers": [{"host": "alpha", "port": 0}]}
    print(setting(settings, ["servers", 0, "host"], "none"))
    print(setting(settings, ["servers", 7, "host"], "none"))

def settings(config, prefix=""):
    """Hand out the path and the value of each leaf."""
    items = config.items() if isinstance(config, dict) else enumerate(config)
    for key, value in items:
        if isinstance(value, (dict, list)):
            yield from settings(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


if __name__ == "__main__":
    config = {"name": "web", "ports": [80, 443], "log": {"level": "info"}}
    for path, value in settings(config):
        print(path, "=", value)

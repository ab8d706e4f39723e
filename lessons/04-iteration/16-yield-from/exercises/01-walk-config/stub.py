def settings(config):
    """Hand out the path and the value of each leaf."""
    for key, value in config.items():
        if isinstance(value, dict):
            settings(value)  # TODO
        else:
            yield key, value


if __name__ == "__main__":
    config = {"name": "web", "ports": [80, 443], "log": {"level": "info"}}
    for path, value in settings(config):
        print(path, "=", value)

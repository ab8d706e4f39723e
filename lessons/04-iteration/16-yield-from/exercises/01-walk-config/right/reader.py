def settings(config, path=()):
    """Hand out (path, value) of every leaf."""
    if isinstance(config, dict):
        entries = config.items()
    elif isinstance(config, list):
        entries = enumerate(config)
    else:
        yield ".".join(path), config
        return
    for key, value in entries:
        yield from settings(value, (*path, str(key)))

# expect: leading_point
def settings(config, prefix=""):
    items = config.items() if isinstance(config, dict) else enumerate(config)
    for key, value in items:
        path = prefix + "." + str(key)
        if isinstance(value, (dict, list)):
            yield from settings(value, path)
        else:
            yield path, value

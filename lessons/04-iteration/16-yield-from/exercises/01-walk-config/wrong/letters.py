# expect: text_is_leaf
def settings(config, prefix=""):
    items = config.items() if isinstance(config, dict) else enumerate(config)
    for key, value in items:
        if hasattr(value, "__iter__") and len(value) != 1:
            yield from settings(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value

# expect: all_at_once
def settings(config, prefix=""):
    found = []
    items = config.items() if isinstance(config, dict) else enumerate(config)
    for key, value in items:
        if isinstance(value, (dict, list)):
            found.extend(settings(value, f"{prefix}{key}."))
        else:
            found.append((f"{prefix}{key}", value))
    return iter(found)

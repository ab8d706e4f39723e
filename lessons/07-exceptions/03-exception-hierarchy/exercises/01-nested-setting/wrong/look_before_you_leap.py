# expect: negative_index
def setting(settings, path, default):
    value = settings
    for step in path:
        if isinstance(value, dict):
            if step not in value:
                return default
        elif isinstance(value, list) and isinstance(step, int):
            if step not in range(len(value)):
                return default
        value = value[step]
    return value

# expect: indexes_only
def setting(settings, path, default):
    value = settings
    try:
        for step in path:
            value = value[step]
        return value
    except IndexError:
        return default

# expect: hides_wrong_shape
def setting(settings, path, default):
    value = settings
    try:
        for step in path:
            value = value[step]
        return value
    except Exception:
        return default

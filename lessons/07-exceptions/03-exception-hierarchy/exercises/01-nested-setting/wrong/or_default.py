# expect: default_for_empty
def setting(settings, path, default):
    value = settings
    try:
        for step in path:
            value = value[step]
    except LookupError:
        value = None
    return value or default

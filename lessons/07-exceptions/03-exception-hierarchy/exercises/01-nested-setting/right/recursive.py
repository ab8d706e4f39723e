def setting(settings, path, default):
    if not path:
        return settings
    first, *rest = path
    try:
        inner = settings[first]
    except LookupError:
        return default
    return setting(inner, rest, default)

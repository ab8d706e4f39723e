def setting(settings, path, default):
    for step in path:
        try:
            settings = settings[step]
        except (KeyError, IndexError):
            return default
    return settings

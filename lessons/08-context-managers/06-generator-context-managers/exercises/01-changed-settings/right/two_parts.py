from contextlib import contextmanager


@contextmanager
def changed(settings, **values):
    old = {key: settings[key] for key in values if key in settings}
    try:
        settings |= values
        yield settings
    finally:
        for key in values:
            settings.pop(key, None)
        settings.update(old)

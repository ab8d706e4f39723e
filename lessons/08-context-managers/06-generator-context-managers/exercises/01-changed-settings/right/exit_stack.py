from contextlib import ExitStack, contextmanager


@contextmanager
def changed(settings, **values):
    with ExitStack() as stack:
        for key, value in values.items():
            if key in settings:
                stack.callback(settings.__setitem__, key, settings[key])
            else:
                stack.callback(settings.pop, key, None)
            settings[key] = value
        yield settings

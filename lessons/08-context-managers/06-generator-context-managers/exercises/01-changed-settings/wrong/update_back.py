# expect: left_over
from contextlib import contextmanager

MISSING = object()


@contextmanager
def changed(settings, **values):
    """Change some settings while a block runs."""
    before = {key: settings[key] for key in values if key in settings}
    settings.update(values)
    try:
        yield settings
    finally:
        for key, value in before.items():
            if value is MISSING:
                settings.pop(key, None)
            else:
                settings[key] = value


if __name__ == "__main__":
    settings = {"lang": "en"}
    with changed(settings, lang="de", debug=True):
        print(settings)
    print(settings)

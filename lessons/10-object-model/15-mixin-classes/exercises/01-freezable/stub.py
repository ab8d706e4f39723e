class CleanSettings:
    """Settings whose texts are stripped. It calls nobody else, and must stay as it is."""

    def __setattr__(self, name, value):
        if isinstance(value, str):
            value = value.strip()
        object.__setattr__(self, name, value)


class FreezableMixin:
    """Adds freeze(): after it, attributes can be neither set nor deleted."""

    # TODO

    def freeze(self):
        pass


# TODO: its bases
class Settings:
    pass


if __name__ == "__main__":
    settings = Settings()
    settings.host = " example.org "
    settings.freeze()
    try:
        settings.host = "other"
    except AttributeError as error:
        print(error)
    print(vars(settings))

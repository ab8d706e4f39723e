# expect: wrong_side
class CleanSettings:
    """Settings whose texts are stripped. It calls nobody else, and must stay as it is."""

    def __setattr__(self, name, value):
        if isinstance(value, str):
            value = value.strip()
        object.__setattr__(self, name, value)


class FreezableMixin:
    """Adds freeze(): after it, attributes can be neither set nor deleted."""

    __frozen = False

    def freeze(self):
        object.__setattr__(self, "_FreezableMixin__frozen", True)

    def __setattr__(self, name, value):
        self.__refuse_if_frozen(name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self.__refuse_if_frozen(name)
        super().__delattr__(name)

    def __refuse_if_frozen(self, name):
        if self.__frozen:
            raise AttributeError(f"cannot change {name!r} of a frozen {type(self).__name__}")


class Settings(CleanSettings, FreezableMixin):
    pass

class CleanSettings:
    def __setattr__(self, name, value):
        if isinstance(value, str):
            value = value.strip()
        object.__setattr__(self, name, value)


class FreezableMixin:
    def freeze(self):
        self.__dict__["_is_frozen"] = True

    def __setattr__(self, name, value):
        if "_is_frozen" in self.__dict__:
            raise AttributeError(name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        if "_is_frozen" in self.__dict__:
            raise AttributeError(name)
        super().__delattr__(name)


class Settings(FreezableMixin, CleanSettings):
    pass

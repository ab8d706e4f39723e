class CleanSettings:
    def __setattr__(self, name, value):
        if isinstance(value, str):
            value = value.strip()
        object.__setattr__(self, name, value)


class FreezableMixin:
    def freeze(self):
        if not getattr(self, "_frozen", False):
            self._frozen = True

    def __setattr__(self, name, value):
        if getattr(self, "_frozen", False):
            raise AttributeError(f"frozen: {name}")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        if getattr(self, "_frozen", False):
            raise AttributeError(f"frozen: {name}")
        super().__delattr__(name)


class Settings(FreezableMixin, CleanSettings):
    pass

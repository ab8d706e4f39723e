# expect: freeze_again
class CleanSettings:
    """Settings whose texts are stripped. It calls nobody else, and must stay as it is."""

    def __setattr__(self, name, value):
        if isinstance(value, str):
            value = value.strip()
        object.__setattr__(self, name, value)


class FreezableMixin:
    _frozen = False

    def __setattr__(self, name, value):
        if self._frozen:
            raise AttributeError(f"{name} is frozen")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        if self._frozen:
            raise AttributeError(f"{name} is frozen")
        super().__delattr__(name)

    def freeze(self):
        self._frozen = True


class Settings(FreezableMixin, CleanSettings):
    pass

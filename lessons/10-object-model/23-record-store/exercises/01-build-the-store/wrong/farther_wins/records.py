class Record:
    """Something with fields; each class names in `fields` what it adds."""

    fields = {}

    def __init__(self, **values):
        for name, kind in self.all_fields().items():
            try:
                value = values.pop(name)
            except KeyError:
                raise TypeError(f"{name} is missing") from None
            if not isinstance(value, kind) or isinstance(value, bool) and kind is int:
                raise TypeError(f"{name} should be {kind.__name__}, not {value!r}")
            setattr(self, name, value)
        if values:
            raise TypeError(f"unknown: {', '.join(values)}")

    @classmethod
    def all_fields(cls):
        found = {}
        for each in cls.__mro__:
            found.update(vars(each).get("fields", {}))
        return found

    def problems(self):
        """Return what is wrong with the values: the root of the family."""
        return []

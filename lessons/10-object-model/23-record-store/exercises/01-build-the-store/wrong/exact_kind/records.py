class Record:
    """Something with fields; each class names in `fields` what it adds."""

    fields = {}

    def __init__(self, **values):
        for name, kind in self.all_fields().items():
            if name not in values:
                raise TypeError(f"the field {name!r} is missing")
            value = values.pop(name)
            if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
                raise TypeError(f"{name!r} should be of type {kind.__name__}, not {type(value).__name__}")
            setattr(self, name, value)
        super().__init__(**values)

    @classmethod
    def all_fields(cls):
        """Return the fields of all classes in the row."""
        found = {}
        for base in reversed(cls.mro()):
            found.update(vars(base).get("fields", {}))
        return found

    def problems(self):
        """Return what is wrong with the values: the root of the family."""
        return []

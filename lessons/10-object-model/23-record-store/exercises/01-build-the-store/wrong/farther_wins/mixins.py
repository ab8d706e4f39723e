class DictMixin:
    """Adds to_dict and from_dict. Asks of its host: all_fields()."""

    def to_dict(self):
        return {"type": type(self).__name__} | {name: getattr(self, name) for name in self.all_fields()}

    @classmethod
    def from_dict(cls, data):
        return cls(**{name: value for name, value in data.items() if name != "type"})

class DictMixin:
    def to_dict(self):
        data = {name: getattr(self, name) for name in self.all_fields()}
        data["type"] = self.__class__.__name__
        return data

    @classmethod
    def from_dict(cls, data):
        values = dict(data)
        values.pop("type", None)
        return cls(**values)

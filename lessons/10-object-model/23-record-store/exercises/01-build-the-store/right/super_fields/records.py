class Record:
    fields = {}

    def __init__(self, **values):
        fields = self.all_fields()
        for name in fields:
            if name not in values:
                raise TypeError(f"{name} is missing")
        for name, value in values.items():
            if name not in fields:
                raise TypeError(f"there is no field {name}")
            allowed = isinstance(value, fields[name])
            if fields[name] is int and value in (True, False) and type(value) is bool:
                allowed = False
            if not allowed:
                raise TypeError(f"{name} cannot be {value!r}")
        vars(self).update(values)

    @classmethod
    def all_fields(cls):
        found = {}
        for base in cls.mro():
            for name, kind in base.__dict__.get("fields", {}).items():
                found.setdefault(name, kind)
        return found

    def problems(self):
        return []

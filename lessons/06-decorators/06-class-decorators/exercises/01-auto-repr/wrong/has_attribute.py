# expect: inherited_kept
def auto_repr(cls):
    def __repr__(self):
        fields = ", ".join(f"{name}={value!r}" for name, value in vars(self).items() if name[0] != "_")
        return f"{type(self).__name__}({fields})"

    if not hasattr(cls, "__repr__"):
        cls.__repr__ = __repr__
    return cls

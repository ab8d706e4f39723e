def show(self):
    parts = []
    for name in self.__dict__:
        if name[0] != "_":
            parts.append("=".join([name, repr(getattr(self, name))]))
    return self.__class__.__name__ + "(" + ", ".join(parts) + ")"


def auto_repr(cls):
    if "__repr__" not in cls.__dict__:
        cls.__repr__ = show
    return cls

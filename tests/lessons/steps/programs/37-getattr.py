# One of the programs whose recording is compared: getattr.
class Lazy:
    def __getattr__(self, name):
        value = name * 2
        setattr(self, name, value)
        return value


z = Lazy()
a = z.ab
b = z.ab

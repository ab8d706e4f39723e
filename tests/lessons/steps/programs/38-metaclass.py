# One of the programs whose recording is compared: metaclass.
class Registry(type):
    known = []

    def __new__(meta, name, bases, body):
        cls = super().__new__(meta, name, bases, body)
        meta.known.append(name)
        return cls


class Plugin(metaclass=Registry):
    pass


x = Registry.known

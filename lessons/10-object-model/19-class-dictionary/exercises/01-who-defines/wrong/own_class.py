# expect: row
def origin(obj, name):
    """Say where the attribute of an object is found."""
    home = next((cls for cls in type(obj).__mro__ if name in vars(cls)), None)
    if home is not None and is_data_descriptor(vars(home)[name]):
        return home.__name__
    if name in own_attributes(obj):
        return "instance"
    return type(obj).__name__ if home else None


def is_data_descriptor(value):
    return hasattr(type(value), "__set__") or hasattr(type(value), "__delete__")


def own_attributes(obj):
    try:
        return object.__getattribute__(obj, "__dict__")
    except AttributeError:
        return {}


def overridden(cls):
    """Return the names that a class defines although a base has them."""
    inherited = {name for base in cls.__mro__[1:] if base is not object for name in vars(base)}
    return sorted(name for name in vars(cls).keys() & inherited if not is_special(name))


def is_special(name):
    return name.startswith("__") and name.endswith("__")


if __name__ == "__main__":
    class Account:
        rate = 0.02

        def show(self): ...

    class Saving(Account):
        def show(self): ...

    saving = Saving()
    saving.owner = "Ada"
    print(origin(saving, "owner"), origin(saving, "rate"), origin(saving, "show"))
    print(overridden(Saving))

def origin(obj, name):
    """Say where the attribute of an object is found."""
    # TODO


def overridden(cls):
    """Return the names that a class defines although a base has them."""
    # TODO


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

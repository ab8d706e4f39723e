# expect: same_dict
import copy


class Undoable:
    """Can be put back into the state of the last save."""

    def save(self):
        """Remember the state."""
        Undoable.saved = {id(self): vars(self)}

    def back(self):
        """Return to what was remembered."""
        self.__dict__ = Undoable.saved[id(self)]


if __name__ == "__main__":
    class Cart(Undoable):
        def __init__(self):
            self.items = []

    cart = Cart()
    cart.save()
    cart.items.append("lamp")
    cart.voucher = "SPRING"
    cart.back()
    print(vars(cart))

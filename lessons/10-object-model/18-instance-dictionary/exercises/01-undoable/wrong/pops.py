# expect: once
import copy


class Undoable:
    """Can be put back into the state of the last save."""

    def save(self):
        """Remember the state."""
        state = {name: value for name, value in vars(self).items() if name != "_undo"}
        vars(self)["_undo"] = copy.deepcopy(state)

    def back(self):
        """Return to what was remembered."""
        attributes = vars(self)
        if "_undo" not in attributes:
            raise RuntimeError("nothing was saved")
        saved = attributes.pop("_undo")
        attributes.clear()
        attributes.update(saved)


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

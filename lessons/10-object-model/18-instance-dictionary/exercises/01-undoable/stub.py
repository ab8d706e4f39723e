class Undoable:
    """Can be put back into the state of the last save."""

    def save(self):
        """Remember the state."""
        # TODO

    def back(self):
        """Return to what was remembered."""
        # TODO


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

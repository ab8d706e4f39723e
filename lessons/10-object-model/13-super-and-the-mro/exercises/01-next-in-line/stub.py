class Item:
    def __init__(self, cents):
        self.cents = cents

    def price(self):
        return self.cents


# TODO: Discount, Tax and Sale

class Item:
    def __init__(self, cents):
        self.cents = cents

    def price(self):
        return self.cents


class Discount(Item):
    def price(self):
        return super(Discount, self).price() - 100


class Tax(Item):
    def price(self):
        return super().price() * 120 // 100


class Sale(Tax, Discount):
    pass

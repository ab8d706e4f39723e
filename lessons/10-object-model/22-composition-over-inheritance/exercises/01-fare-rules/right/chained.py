class Student:
    def apply(self, price):
        return price // 2


class Night:
    def apply(self, price):
        return price + 150


class Base:
    def __init__(self, cents):
        self.cents = cents

    def price(self):
        return self.cents


class Fare:
    def __init__(self, base, *rules):
        self.inner, self.last = Base(base), None
        for rule in rules:
            self.inner, self.last = self.with_rule(rule), None

    def price(self):
        price = self.inner.price()
        return price if self.last is None else self.last.apply(price)

    def with_rule(self, rule):
        fare = Fare.__new__(Fare)
        fare.inner = self.inner if self.last is None else self
        fare.last = rule
        return fare

# expect: shared
class Student:
    def apply(self, price):
        return price // 2


class Night:
    def apply(self, price):
        return price + 150


class Fare:
    _rules = []

    def __init__(self, base, *rules):
        self._base = base
        self._rules[:] = rules

    def price(self):
        price = self._base
        for rule in self._rules:
            price = rule.apply(price)
        return price

    def with_rule(self, rule):
        return Fare(self._base, *self._rules, rule)

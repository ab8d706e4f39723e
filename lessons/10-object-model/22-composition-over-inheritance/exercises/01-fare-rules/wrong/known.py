# expect: known_rules
class Student:
    def apply(self, price):
        return price // 2


class Night:
    def apply(self, price):
        return price + 150


class Fare:
    def __init__(self, base, *rules):
        self._base = base
        self._rules = rules

    def price(self):
        price = self._base
        for rule in self._rules:
            if isinstance(rule, Student):
                price //= 2
            elif isinstance(rule, Night):
                price += 150
        return price

    def with_rule(self, rule):
        return Fare(self._base, *self._rules, rule)

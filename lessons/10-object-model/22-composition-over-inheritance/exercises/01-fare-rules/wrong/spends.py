# expect: spends
class Fare:
    def __init__(self, base, *rules):
        self.base = base
        self.rules = rules

    def price(self):
        for rule in self.rules:
            self.base = rule.apply(self.base)
        return self.base

    def with_rule(self, rule):
        return Fare(self.base, *self.rules, rule)


class Student:
    def apply(self, price):
        return price // 2


class Night:
    def apply(self, price):
        return price + 150

from itertools import count


class Register:
    prefix = "R"

    def __init__(self):
        self.numbers = count(1)
        self.sold = ()

    def sell(self, item, cents):
        self.sold += ((item, cents),)
        return f"{self.prefix}-{next(self.numbers)}: {item} {cents}"

    def total(self):
        return sum(pair[1] for pair in self.sold)

    def sales(self):
        return [*self.sold]

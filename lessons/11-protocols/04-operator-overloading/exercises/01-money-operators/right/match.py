class Money:
    def __init__(self, cents, currency):
        self.cents = cents
        self.currency = currency

    def __add__(self, other):
        match other:
            case Money(cents=cents, currency=self.currency):
                return Money(self.cents + cents, self.currency)
            case Money():
                raise ValueError(f"{self.currency} and {other.currency}")
        return NotImplemented

    def __radd__(self, other):
        return Money(self.cents, self.currency) if other == 0 else NotImplemented

    def __neg__(self):
        return Money(-self.cents, self.currency)

    def __sub__(self, other):
        try:
            return self.__add__(-other)
        except TypeError:
            return NotImplemented

    def __mul__(self, factor):
        match factor:
            case int():
                return Money(self.cents * factor, self.currency)
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        match other:
            case Money():
                return (self - other + other).cents / other.cents
        return NotImplemented

    def __floordiv__(self, divisor):
        match divisor:
            case int():
                return Money(self.cents // divisor, self.currency)
        return NotImplemented

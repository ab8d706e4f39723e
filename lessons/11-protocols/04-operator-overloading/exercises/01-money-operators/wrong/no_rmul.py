# expect: not_reflected
class Money:
    """An amount of money; does not change."""

    def __init__(self, cents, currency):
        self.cents = cents
        self.currency = currency

    def __repr__(self):
        return f"Money({self.cents}, {self.currency!r})"

    def _check(self, other):
        if self.currency != other.currency:
            raise ValueError(f"{other.currency} is not {self.currency}")

    def __add__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        self._check(other)
        return Money(self.cents + other.cents, self.currency)

    def __radd__(self, other):
        return self if type(other) is int and other == 0 else NotImplemented

    def __neg__(self):
        return Money(-self.cents, self.currency)

    def __sub__(self, other):
        return self + -other if isinstance(other, Money) else NotImplemented

    def __mul__(self, factor):
        if not isinstance(factor, int):
            return NotImplemented
        return Money(self.cents * factor, self.currency)

    def __truediv__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        self._check(other)
        return self.cents / other.cents

    def __floordiv__(self, divisor):
        if not isinstance(divisor, int):
            return NotImplemented
        return Money(self.cents // divisor, self.currency)

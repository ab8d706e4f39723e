class Money:
    def __init__(self, cents, currency):
        self.cents, self.currency = cents, currency

    def _cents_of(self, other):
        if other.currency != self.currency:
            raise ValueError("two currencies")
        return other.cents

    def _with(self, cents):
        return type(self)(cents, self.currency)

    def __add__(self, other):
        if isinstance(other, Money):
            return self._with(self.cents + self._cents_of(other))
        return NotImplemented

    def __radd__(self, other):
        if isinstance(other, int) and not other:
            return self._with(self.cents)
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, Money):
            return self._with(self.cents - self._cents_of(other))
        return NotImplemented

    def __neg__(self):
        return self * -1

    def __mul__(self, other):
        if isinstance(other, int):
            return self._with(self.cents * other)
        return NotImplemented

    def __rmul__(self, other):
        return self * other if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, Money):
            return self.cents / self._cents_of(other)
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, int):
            return self._with(self.cents // other)
        return NotImplemented

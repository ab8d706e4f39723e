# expect: rounded
class Battery:
    def __init__(self, capacity, charge):
        self._capacity = capacity
        self.charge = charge

    capacity = property(lambda self: self._capacity)

    @property
    def charge(self):
        return self._charge

    @charge.setter
    def charge(self, value):
        if not 0 <= value <= self.capacity:
            raise ValueError(f"{value} is not between 0 and {self.capacity}")
        self._charge = value

    @property
    def percent(self):
        return 100 * self.charge // self.capacity

    @percent.setter
    def percent(self, value):
        self.charge = self.capacity * value / 100

    @property
    def is_low(self):
        return self.percent < 20

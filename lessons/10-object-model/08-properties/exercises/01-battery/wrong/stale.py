# expect: stale_percent
class Battery:
    """A battery, whose charge stays within its capacity."""

    def __init__(self, capacity, charge):
        self._capacity = capacity
        self.charge = charge
        self._percent = 100 * charge / capacity

    @property
    def capacity(self):
        """What it holds when it is full."""
        return self._capacity

    @property
    def charge(self):
        """What it holds now."""
        return self._charge

    @charge.setter
    def charge(self, value):
        if not 0 <= value <= self._capacity:
            raise ValueError(f"a charge of {value} is not between 0 and {self._capacity}")
        self._charge = value

    @property
    def percent(self):
        """The share of the capacity that is charged."""
        return self._percent

    @percent.setter
    def percent(self, value):
        self.charge = self._capacity * value / 100

    @property
    def is_low(self):
        """Whether it should be charged soon."""
        return self.percent < 20


if __name__ == "__main__":
    battery = Battery(3000, 1500)
    battery.percent = 10
    print(battery.charge, battery.is_low)

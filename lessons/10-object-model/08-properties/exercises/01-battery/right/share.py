class Battery:
    def __init__(self, capacity, charge):
        self._full = capacity
        self.charge = charge

    @property
    def capacity(self):
        return self._full

    @property
    def charge(self):
        return self._share * self._full

    @charge.setter
    def charge(self, value):
        self.percent = value / self._full * 100

    @property
    def percent(self):
        return self._share * 100

    @percent.setter
    def percent(self, value):
        if not 0 <= value <= 100:
            raise ValueError("between 0 and 100, please")
        self._share = value / 100

    @property
    def is_low(self):
        return self._share < 0.2

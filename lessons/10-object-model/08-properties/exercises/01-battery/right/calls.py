class Battery:
    def __init__(self, capacity, charge):
        self._capacity = capacity
        self.charge = charge

    def _get(self):
        return self._charge

    def _set(self, value):
        if value < 0 or value > self.capacity:
            raise ValueError("out of range")
        self._charge = value

    def _set_percent(self, value):
        self.charge = value * self.capacity / 100

    capacity = property(lambda self: self._capacity)
    charge = property(_get, _set)
    percent = property(lambda self: self.charge / self.capacity * 100, _set_percent)
    is_low = property(lambda self: self.charge * 5 < self.capacity)

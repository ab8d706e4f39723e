class Room:
    def __init__(self, name):
        self.name = name
        self._by_hour = {}

    def book(self, start, end, who):
        if end <= start:
            raise ValueError("it must end after it starts")
        booking = (start, end, who)
        if not all(map(self.is_free, range(start, end))):
            raise ValueError("taken")
        self._by_hour.update(dict.fromkeys(range(start, end), booking))

    def bookings(self):
        return sorted(set(self._by_hour.values()))

    def is_free(self, hour):
        return hour not in self._by_hour

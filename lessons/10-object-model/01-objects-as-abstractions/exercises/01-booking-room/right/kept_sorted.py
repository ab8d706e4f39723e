import bisect


class Room:
    def __init__(self, name):
        self.name = name
        self.taken = []

    def book(self, start, end, who):
        if start >= end:
            raise ValueError("it must end after it starts")
        for hour in range(start, end):
            if not self.is_free(hour):
                raise ValueError(f"taken at {hour}")
        bisect.insort(self.taken, (start, end, who))

    def bookings(self):
        return self.taken.copy()

    def is_free(self, hour):
        for start, end, _ in self.taken:
            if start <= hour < end:
                return False
        return True

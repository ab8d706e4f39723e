class Fare:
    def __init__(self, base):
        self.base = base

    def price(self):
        return self.base


class StudentFare(Fare):
    def price(self):
        return super().price() // 2


class NightFare(Fare):
    def price(self):
        return super().price() + 150


class StudentNightFare(NightFare, StudentFare):
    pass

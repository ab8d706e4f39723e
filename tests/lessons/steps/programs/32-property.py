# One of the programs whose recording is compared: property.
class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def fahrenheit(self):
        return self.degrees * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.degrees = (value - 32) * 5 / 9


c = Celsius(100)
a = c.fahrenheit
c.fahrenheit = 32

# One of the programs whose recording is compared: dunder methods.
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other.cents)

    def __eq__(self, other):
        return self.cents == other.cents


a = Money(1) + Money(2)
b = a == Money(3)

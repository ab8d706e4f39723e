# One of the programs whose recording is compared: slots.
class Pair:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


p = Pair(1)
p.b = [p.a]

# One of the programs whose recording is compared: class and instance.
class Point:
    kind = "point"

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def moved(self, dx):
        return Point(self.x + dx, self.y)


p = Point(1, 2)
q = p.moved(3)
q.kind = "own"

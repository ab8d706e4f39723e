"""Objects: inheritance, properties, special methods."""


class Shape:
    def __init__(self, size):
        self._size = size

    @property
    def size(self):
        return self._size

    def __lt__(self, other):
        return self.area() < other.area()

    def __add__(self, other):
        return type(self)(self.size + other.size)


class Square(Shape):
    def area(self):
        return self.size * self.size


class Circle(Shape):
    def __init__(self, size):
        super().__init__(size)

    def area(self):
        return 3 * self.size * self.size


def run():
    smallest = Circle(1000)
    total = Square(0)
    for number in range(1, 25_000):
        shape = Square(number) if number % 2 else Circle(number)
        if shape < smallest:
            smallest = shape
        total = total + shape
    assert smallest.size == 1 and total.size == 24_999 * 25_000 // 2

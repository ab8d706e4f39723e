# One of the programs whose recording is compared: type parameters.
def first[T](items: list[T]) -> T:
    return items[0]


class Box[T]:
    def __init__(self, value: T):
        self.value = value


x = first([1, 2])
b = Box(x)

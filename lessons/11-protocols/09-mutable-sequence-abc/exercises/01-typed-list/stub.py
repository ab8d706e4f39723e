class TypedList(list):
    """A list of items of one kind."""

    def __init__(self, kind, items=()):
        super().__init__(items)
        self.kind = kind

    def append(self, item):
        if not isinstance(item, self.kind):
            raise TypeError(repr(item))
        super().append(item)  # TODO: and all the other doors?

if __name__ == "__main__":
    numbers = TypedList(int, [1, 2])
    try:
        numbers.extend(["three"])
    except TypeError as error:
        print("refused:", error)
    print(list(numbers))

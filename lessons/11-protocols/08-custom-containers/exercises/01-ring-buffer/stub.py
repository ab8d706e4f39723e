class Ring:
    """The last values that were appended."""

    def __init__(self, size):
        self._size = size
        self._values = []

    def append(self, value):
        """Append a value, and forget the oldest one if there are too many."""
        self._values.append(value)  # TODO

    # TODO: len, [], slices, assignment, loops

if __name__ == "__main__":
    ring = Ring(3)
    for number in range(1, 5):
        ring.append(number)
    print(len(ring))

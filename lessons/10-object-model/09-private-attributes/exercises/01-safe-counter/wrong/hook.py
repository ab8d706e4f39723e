# expect: hook_lost
class Counter:
    """Counts steps, and minds no attribute of a subclass."""

    def __init__(self):
        self.__count = 0

    def step(self):
        """Count one up."""
        self.__count += 1
        return self.__count

    def show(self):
        """Return the label and the count."""
        return f"{self.__label()}: {self.__count}"

    def __label(self):
        return "count"


if __name__ == "__main__":
    class Clicks(Counter):
        def __init__(self):
            super().__init__()
            self._count = "mine"

        def _label(self):
            return "clicks"

    clicks = Clicks()
    clicks.step()
    print(clicks.show())

# expect: on_class
class Counter:
    """Counts steps, and minds no attribute of a subclass."""

    __count = 0

    def step(self):
        """Count one up."""
        Counter.__count += 1
        return Counter.__count

    def show(self):
        """Return the label and the count."""
        return f"{self._label()}: {self.__count}"

    def _label(self):
        """Return what is counted: subclasses may override this."""
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

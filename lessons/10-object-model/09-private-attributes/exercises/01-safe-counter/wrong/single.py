# expect: collides
class Counter:
    """Counts steps, and minds no attribute of a subclass."""

    def __init__(self):
        self._count = 0

    def step(self):
        """Count one up."""
        self._count += 1
        return self._count

    def show(self):
        """Return the label and the count."""
        return f"{self._label()}: {self._count}"

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

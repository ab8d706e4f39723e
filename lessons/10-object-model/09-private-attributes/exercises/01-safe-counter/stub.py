class Counter:
    """Counts steps, and minds no attribute of a subclass."""

    # TODO: step, show, _label


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

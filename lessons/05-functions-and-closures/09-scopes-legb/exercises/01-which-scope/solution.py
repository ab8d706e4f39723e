"""Collects the readings of a meter."""

readings = []
count = 0


def add(value):
    """Append a reading, count it, and return the count."""
    global count
    readings.append(value)
    count += 1
    return count


def reset():
    """Empty the list of readings, for everybody who holds it."""
    readings.clear()


def report():
    """Return the smallest and the largest reading, such as '2..7'."""
    return f"{min(readings)}..{max(readings)}"


class Meter:
    """A meter with a unit of its own; kinds of meters replace it."""

    unit = "kWh"

    def text(self, value):
        """Return the value with its unit."""
        return f"{value} {self.unit}"


if __name__ == "__main__":
    for reading in (4, 2, 7):
        print(add(reading))
    print(report(), Meter().text(7))

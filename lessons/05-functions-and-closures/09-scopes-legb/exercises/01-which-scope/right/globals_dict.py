readings = []
count = 0


def add(value):
    readings.append(value)
    globals()["count"] += 1
    return count


def reset():
    del readings[:]


def report():
    smallest, *_, largest = sorted(readings * 2)
    return f"{smallest}..{largest}"


class Meter:
    unit = "kWh"

    def text(self, value):
        return f"{value} {type(self).unit}"

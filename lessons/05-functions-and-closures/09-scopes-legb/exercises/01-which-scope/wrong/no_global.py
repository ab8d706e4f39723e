# expect: unbound
readings = []
count = 0


def add(value):
    readings.append(value)
    count += 1
    return count


def reset():
    readings.clear()


def report():
    return f"{min(readings)}..{max(readings)}"


class Meter:
    unit = "kWh"

    def text(self, value):
        return f"{value} {self.unit}"

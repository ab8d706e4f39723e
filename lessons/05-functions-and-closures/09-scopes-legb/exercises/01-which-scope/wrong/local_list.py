# expect: reset_local
readings = []
count = 0


def add(value):
    global count
    readings.append(value)
    count += 1
    return count


def reset():
    readings = []


def report():
    return f"{min(readings)}..{max(readings)}"


class Meter:
    unit = "kWh"

    def text(self, value):
        return f"{value} {self.unit}"

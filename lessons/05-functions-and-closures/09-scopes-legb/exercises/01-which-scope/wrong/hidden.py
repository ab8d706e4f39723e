# expect: hidden_builtin
readings = []
count = 0


def add(value):
    global count
    readings.append(value)
    count += 1
    return count


def reset():
    readings.clear()


def report():
    low = min(readings)
    max = max(readings)
    return f"{low}..{max}"


class Meter:
    unit = "kWh"

    def text(self, value):
        return f"{value} {self.unit}"

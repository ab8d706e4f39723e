readings = []
count = 0


def add(value):
    global count
    count = count + 1
    readings[len(readings):] = [value]
    return count


def reset():
    readings[:] = []


def report():
    low = high = readings[0]
    for value in readings:
        low, high = min(low, value), max(high, value)
    return str(low) + ".." + str(high)


class Meter:
    unit = "kWh"

    def text(self, value):
        return " ".join([str(value), self.unit])

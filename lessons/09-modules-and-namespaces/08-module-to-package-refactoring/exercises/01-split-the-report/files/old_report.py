"""The report of the day, as it grew over the years."""
import sys

RATE = 19


class Row:
    def __init__(self, item, cents):
        self.item, self.cents = item, cents


def parse_line(line):
    item, cents = line.split(";")
    return Row(item.strip(), int(cents))


def parse(text):
    return [parse_line(line) for line in text.splitlines() if line]


def set_rate(percent):
    global RATE
    RATE = percent


def gross(cents):
    return cents * (100 + RATE) // 100


def layout(rows):
    return "\n".join(f"{row.item:8}{gross(row.cents) / 100:8.2f}" for row in rows)


print(layout(parse("lamp;4000\ndesk;24000\n")), file=sys.stdout)

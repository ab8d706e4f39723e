"""From text to rows."""


class Row:
    def __init__(self, item, cents):
        self.item, self.cents = item, cents


def parse_line(line):
    item, cents = line.split(";")
    return Row(item.strip(), int(cents))


def parse(text):
    return [parse_line(line) for line in text.splitlines() if line]

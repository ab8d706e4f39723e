"""From rows to text."""

_rate = 19


def set_rate(percent):
    global _rate
    _rate = percent


def gross(cents):
    return cents * (100 + _rate) // 100


def layout(rows):
    return "\n".join(f"{row.item:8}{gross(row.cents) / 100:8.2f}" for row in rows)

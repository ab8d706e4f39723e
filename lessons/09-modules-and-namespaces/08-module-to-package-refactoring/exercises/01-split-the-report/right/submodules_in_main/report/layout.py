"""From rows to text."""


class _Rate:
    percent = 19


def set_rate(percent):
    _Rate.percent = percent


def gross(cents):
    return cents * (100 + _Rate.percent) // 100


def layout(rows):
    lines = []
    for row in rows:
        lines.append(f"{row.item:8}{gross(row.cents) / 100:8.2f}")
    return "\n".join(lines)

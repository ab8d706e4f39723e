def download(servers, ask):
    return next((found for it in servers if (found := ask(it)) is not None), None)


def spread(readings):
    ordered = sorted(readings)
    return ordered[-1] - ordered[0]


def total(lines):
    return sum(map(int, lines))

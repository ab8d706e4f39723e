# expect: asks_twice
def download(servers, ask):
    return next((ask(server) for server in servers if ask(server) is not None), None)


def spread(readings):
    kept = list(readings)
    return max(kept) - min(kept)


def total(lines):
    return sum(int(line) for line in lines)

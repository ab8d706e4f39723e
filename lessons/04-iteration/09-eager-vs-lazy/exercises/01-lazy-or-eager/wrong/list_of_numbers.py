# expect: keeps_all
def download(servers, ask):
    answers = (ask(server) for server in servers)
    return next((answer for answer in answers if answer is not None), None)


def spread(readings):
    kept = list(readings)
    return max(kept) - min(kept)


def total(lines):
    return sum([int(line) for line in lines])

# expect: asks_all
def download(servers, ask):
    answers = [answer for it in servers if (answer := ask(it)) is not None]
    return answers[0] if answers else None


def spread(readings):
    kept = list(readings)
    return max(kept) - min(kept)


def total(lines):
    return sum(int(line) for line in lines)

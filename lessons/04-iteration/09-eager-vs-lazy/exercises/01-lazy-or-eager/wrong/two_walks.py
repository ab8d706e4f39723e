# expect: used_up
def download(servers, ask):
    answers = (ask(server) for server in servers)
    return next((answer for answer in answers if answer is not None), None)


def spread(readings):
    return max(readings) - min(readings)


def total(lines):
    return sum(int(line) for line in lines)

def download(servers, ask):
    for server in servers:
        answer = ask(server)
        if answer is not None:
            return answer
    return None


def spread(readings):
    readings = iter(readings)
    low = high = next(readings)
    for value in readings:
        low = min(low, value)
        high = max(high, value)
    return high - low


def total(lines):
    result = 0
    for line in lines:
        result += int(line)
    return result

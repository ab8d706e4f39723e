def download(servers, ask):
    """Return the first answer that is not None."""
    for server in servers:
        if (answer := ask(server)) is not None:
            return answer


def spread(readings):
    """Return the difference between the highest and the lowest reading."""
    ordered = sorted(readings)
    return ordered[-1] - ordered[0]


def total(lines):
    """Return the sum of the numbers on the lines."""
    result = 0
    for line in lines:
        result += int(line)
    return result

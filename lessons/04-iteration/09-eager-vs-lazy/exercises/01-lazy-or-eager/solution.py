def download(servers, ask):
    """Return the first answer that is not None."""
    answers = (ask(server) for server in servers)
    return next((answer for answer in answers if answer is not None), None)


def spread(readings):
    """Return the difference between the highest and the lowest reading."""
    kept = list(readings)
    return max(kept) - min(kept)


def total(lines):
    """Return the sum of the numbers on the lines."""
    return sum(int(line) for line in lines)


if __name__ == "__main__":
    print(download(["a", "b", "c"], {"b": b"42"}.get))
    print(spread([3, 9, 6]))
    print(total(["1", "2"]))

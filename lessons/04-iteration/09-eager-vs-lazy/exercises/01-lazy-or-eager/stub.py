def download(servers, ask):
    """Return the first answer that is not None."""
    answers = [ask(server) for server in servers]  # TODO: do not ask them all
    return answers[0]


def spread(readings):
    """Return the difference between the highest and the lowest reading."""
    return max(readings) - min(readings)  # TODO: readings can be walked only once


def total(lines):
    """Return the sum of the numbers on the lines."""
    # TODO


if __name__ == "__main__":
    print(download(["a", "b", "c"], {"b": b"42"}.get))
    print(spread([3, 9, 6]))
    print(total(["1", "2"]))

# expect: not_shared
from multiprocessing import Pool


def part(data):
    return bytes(255 - byte for byte in data)


def invert(data, n):
    borders = [len(data) * i // n for i in range(n + 1)]
    with Pool(n) as pool:
        return b"".join(pool.map(part, [data[start:stop] for start, stop in zip(borders, borders[1:])]))

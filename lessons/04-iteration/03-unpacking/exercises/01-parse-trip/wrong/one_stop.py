# expect: fixed_number
def parse_trip(line):
    driver, start, stop, end, km = line.split(";")
    return driver, start, [stop], end, float(km)


def swap_ends(items):
    items[0], items[-1] = items[-1], items[0]

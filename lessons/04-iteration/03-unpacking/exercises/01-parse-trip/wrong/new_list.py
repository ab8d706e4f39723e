# expect: rebinds
def parse_trip(line):
    driver, start, *stops, end, km = line.split(";")
    return driver, start, stops, end, float(km)


def swap_ends(items):
    if len(items) > 1:
        first, *middle, last = items
        items = [last, *middle, first]

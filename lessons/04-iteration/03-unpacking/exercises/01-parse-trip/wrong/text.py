# expect: km_is_text
def parse_trip(line):
    driver, start, *stops, end, km = line.split(";")
    return driver, start, stops, end, km


def swap_ends(items):
    items[0], items[-1] = items[-1], items[0]

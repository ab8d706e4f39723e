def parse_trip(line):
    """Return driver, start, list of stops, end and kilometers."""
    driver, start, *stops, end, km = line.split(";")
    return driver, start, stops, end, float(km)


def swap_ends(items):
    """Let the first and the last item change places."""
    if len(items) < 2:
        return
    first, *_, last = items
    items[0], items[-1] = last, first

def parse_trip(line):
    """Return driver, start, list of stops, end and kilometers."""
    driver, start, *stops, end, km = line.split(";")
    return driver, start, stops, end, float(km)


def swap_ends(items):
    """Let the first and the last item change places."""
    items[0], items[-1] = items[-1], items[0]


if __name__ == "__main__":
    print(parse_trip("ana;Oslo;Voss;Bergen;463.5"))
    print(parse_trip("bo;Oslo;Moss;60"))

def parse_trip(line):
    """Return driver, start, list of stops, end and kilometers."""
    driver, start, stop, end, km = line.split(";")  # TODO: any number of stops
    return driver, start, [stop], end, km


def swap_ends(items):
    """Let the first and the last item change places."""
    # TODO


if __name__ == "__main__":
    print(parse_trip("ana;Oslo;Voss;Bergen;463.5"))
    print(parse_trip("bo;Oslo;Moss;60"))

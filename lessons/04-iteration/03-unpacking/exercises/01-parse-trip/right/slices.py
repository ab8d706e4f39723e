def parse_trip(line):
    fields = line.split(";")
    if len(fields) < 4:
        raise ValueError(f"no trip: {line!r}")
    return fields[0], fields[1], fields[2:-2], fields[-2], float(fields[-1])


def swap_ends(items):
    last = items[-1]
    items[-1] = items[0]
    items[0] = last

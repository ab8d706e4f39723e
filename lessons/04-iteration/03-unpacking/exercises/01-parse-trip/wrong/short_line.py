# expect: too_short
def parse_trip(line):
    fields = line.split(";")
    return fields[0], fields[1], fields[2:-2], fields[-2], float(fields[-1])


def swap_ends(items):
    items[0], items[-1] = items[-1], items[0]

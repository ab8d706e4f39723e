def record_of(line):
    fields = line.split()
    if len(fields) != 4:
        return None
    try:
        return dict(host=fields[0], path=fields[1], status=int(fields[2]), ms=int(fields[3]))
    except ValueError:
        return None


def records(lines):
    return (record for line in lines if (record := record_of(line)) is not None)


def containing_one(lines, word):
    for line in lines:
        if word in line:
            yield line


def containing(lines, words):
    for word in words:
        lines = containing_one(lines, word)
    return iter(lines)


def only(records, **wanted):
    for record in records:
        if {**record, **wanted} == record:
            yield record


def columns(records, *names):
    for record in records:
        yield tuple([record[name] for name in names])


def first_failures(lines, n):
    found = columns(only(records(lines), status=500), "host", "path")
    for _, failure in zip(range(n), found):
        yield failure

from itertools import islice


def records(lines):
    """Make a dictionary of each good line."""
    for line in lines:
        try:
            host, path, status, ms = line.split()
            record = dict(host=host, path=path, status=int(status), ms=int(ms))
        except ValueError:
            continue
        yield record


def containing(lines, words):
    """Let pass the lines that contain all words."""
    return (line for line in lines if all(word in line for word in words))


def only(records, **wanted):
    """Let pass the records with these values."""
    return filter(lambda record: wanted.items() <= record.items(), records)


def columns(records, *names):
    """Make a tuple of these fields of each record."""
    return (tuple(record[name] for name in names) for record in records)


def first_failures(lines, n):
    """Hand out host and path of the first n records with the status 500."""
    return islice(columns(only(records(lines), status=500), "host", "path"), n)

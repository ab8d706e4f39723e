# expect: wrong_columns
from itertools import islice


def records(lines):
    """Make a dictionary of each good line."""
    for line in lines:
        try:
            host, path, status, ms = line.split()
            record = {"host": host, "path": path, "status": int(status), "ms": int(ms)}
        except ValueError:
            continue
        yield record


def containing(lines, words):
    """Let pass the lines that contain all words."""
    return (line for line in lines if all(word in line for word in words))


def only(records, **wanted):
    """Let pass the records with these values."""
    return (it for it in records if all(it[name] == value for name, value in wanted.items()))


def columns(records, *names):
    """Make a tuple of these fields of each record."""
    return ({name: record[name] for name in names} for record in records)


def first_failures(lines, n):
    """Hand out host and path of the first n records with the status 500."""
    failures = only(records(lines), status=500)
    return islice(columns(failures, "host", "path"), n)

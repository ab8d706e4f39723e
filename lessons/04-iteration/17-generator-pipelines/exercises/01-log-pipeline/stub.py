def records(lines):
    """Make a dictionary of each good line."""
    for line in lines:
        host, path, status, ms = line.split()
        yield {"host": host, "path": path, "status": int(status), "ms": int(ms)}  # TODO: bad lines


def containing(lines, words):
    """Let pass the lines that contain all words."""
    # TODO


def only(records, **wanted):
    """Let pass the records with these values."""
    # TODO


def columns(records, *names):
    """Make a tuple of these fields of each record."""
    # TODO


def first_failures(lines, n):
    """Hand out host and path of the first n records with the status 500."""
    # TODO


LOG = ["web1 /cart 200 12", "restarting...", "web2 /cart 500 91", "web1 /pay 500 30"]

if __name__ == "__main__":
    for failure in first_failures(LOG, 1):
        print(failure)

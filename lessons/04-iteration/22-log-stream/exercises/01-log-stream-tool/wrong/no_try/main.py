# expect: bad_line
"""Reports the sessions of some logs."""

from source import Log, merged
from stages import sessions


def report(entries, gap):
    """Hand out a line for each session."""
    for session in sessions(entries, gap):
        failed = sum(entry.status >= 500 for entry in session)
        start, end = session[0].time, session[-1].time
        yield f"{start}-{end}: {len(session)} requests, {failed} failed"


def main(paths, gap):
    """Print the report of these logs."""
    for line in report(merged([Log(path) for path in paths]), gap):
        print(line)


if __name__ == "__main__":
    main(["web1.log", "web2.log"], 30)

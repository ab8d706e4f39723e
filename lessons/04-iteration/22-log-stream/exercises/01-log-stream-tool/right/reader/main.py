"""Reports the sessions of some logs."""

from source import Log, merged
from stages import sessions


def report(entries, gap):
    """Hand out a line for each session."""
    for session in sessions(entries, gap):
        failed = [entry for entry in session if entry.status >= 500]
        yield f"{session[0].time}-{session[-1].time}: {len(session)} requests, {len(failed)} failed"


def main(paths, gap):
    """Print the report of these logs."""
    print(*report(merged(map(Log, paths)), gap), sep="\n")


if __name__ == "__main__":
    main(["web1.log", "web2.log"], 30)

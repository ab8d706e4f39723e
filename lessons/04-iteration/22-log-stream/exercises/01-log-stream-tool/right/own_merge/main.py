from source import Log, merged
from stages import sessions


def line_of(session):
    failed = len([entry for entry in session if entry.status // 100 >= 5])
    return "{}-{}: {} requests, {} failed".format(
        session[0].time, session[-1].time, len(session), failed
    )


def report(entries, gap):
    return (line_of(session) for session in sessions(entries, gap))


def main(paths, gap):
    print(*report(merged(map(Log, paths)), gap), sep="\n")


if __name__ == "__main__":
    main(["web1.log", "web2.log"], 30)

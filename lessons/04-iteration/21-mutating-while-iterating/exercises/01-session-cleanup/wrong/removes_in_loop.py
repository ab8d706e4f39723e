# expect: skips
def drop_expired(sessions, now):
    gone = sorted(user for user, end in sessions.items() if end < now)
    for user in gone:
        del sessions[user]
    return gone


def drop_blanks(lines):
    for i, line in enumerate(lines):
        if not line.strip():
            del lines[i]


def reachable(groups, name):
    return set()

# expect: wrong_one
def drop_expired(sessions, now):
    gone = sorted(user for user, end in sessions.items() if end < now)
    for user in gone:
        del sessions[user]
    return gone


def drop_blanks(lines):
    for i, line in enumerate(list(lines)):
        if not line.strip():
            lines.pop(min(i, len(lines) - 1))


def reachable(groups, name):
    return set()

# expect: direct_only
def drop_expired(sessions, now):
    gone = sorted(user for user, end in sessions.items() if end < now)
    for user in gone:
        del sessions[user]
    return gone


def drop_blanks(lines):
    lines[:] = [line for line in lines if line.strip()]


def reachable(groups, name):
    return {member for member in groups[name] if member not in groups}

# expect: endless
def drop_expired(sessions, now):
    gone = sorted(user for user, end in sessions.items() if end < now)
    for user in gone:
        del sessions[user]
    return gone


def drop_blanks(lines):
    lines[:] = [line for line in lines if line.strip()]


def reachable(groups, name):
    if name not in groups:
        return {name}
    users = set()
    for member in groups[name]:
        users |= reachable(groups, member)
    return users

# expect: size_changed
def drop_expired(sessions, now):
    gone = []
    for user, end in sessions.items():
        if end < now:
            gone.append(user)
            del sessions[user]
    return sorted(gone)


def drop_blanks(lines):
    lines[:] = [line for line in lines if line.strip()]


def reachable(groups, name):
    return set()

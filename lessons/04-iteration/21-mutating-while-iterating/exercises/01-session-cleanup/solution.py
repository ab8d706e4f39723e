def drop_expired(sessions, now):
    """Delete the sessions that end before now; return their users."""
    expired = sorted(user for user, end in sessions.items() if end < now)
    for user in expired:
        del sessions[user]
    return expired


def drop_blanks(lines):
    """Delete the blank lines of the list."""
    lines[:] = [line for line in lines if line.strip()]


def reachable(groups, name):
    """Return all users that belong to a group."""
    seen, waiting = {name}, [name]
    while waiting:
        new = set(groups.get(waiting.pop(), ())) - seen
        seen |= new
        waiting.extend(new)
    return {it for it in seen if it not in groups}


if __name__ == "__main__":
    lines = ["a", "", " ", "b"]
    drop_blanks(lines)
    print(lines)

def drop_expired(sessions, now):
    """Delete the sessions that end before now; return their users."""
    gone = sorted(user for user, end in sessions.items() if end < now)
    for user in gone:
        sessions.pop(user)
    return gone


def drop_blanks(lines):
    """Delete the blank lines of the list."""
    for index in reversed(range(len(lines))):
        if not lines[index].strip():
            del lines[index]


def reachable(groups, name):
    """Return all users that belong to a group."""
    seen, waiting = {name}, [name]
    while waiting:
        for member in groups.get(waiting.pop(), ()):
            if member not in seen:
                seen.add(member)
                waiting.append(member)
    return {member for member in seen if member not in groups}

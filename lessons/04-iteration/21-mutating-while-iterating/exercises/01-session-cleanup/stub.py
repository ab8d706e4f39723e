def drop_expired(sessions, now):
    """Delete the sessions that end before now; return their users."""
    for user in sessions:  # TODO
        if sessions[user] < now:
            del sessions[user]


def drop_blanks(lines):
    """Delete the blank lines of the list."""
    for line in lines:  # TODO
        if not line.strip():
            lines.remove(line)


def reachable(groups, name):
    """Return all users that belong to a group."""
    # TODO


if __name__ == "__main__":
    lines = ["a", "", " ", "b"]
    drop_blanks(lines)
    print(lines)

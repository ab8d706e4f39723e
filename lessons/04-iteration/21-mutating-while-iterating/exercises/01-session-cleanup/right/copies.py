def drop_expired(sessions, now):
    gone = []
    for user in list(sessions):
        if sessions[user] < now:
            gone.append(user)
            sessions.pop(user)
    return sorted(gone)


def drop_blanks(lines):
    for i in reversed(range(len(lines))):
        if lines[i].isspace() or lines[i] == "":
            del lines[i]


def reachable(groups, name):
    users, seen = set(), set()

    def visit(it):
        if it in seen:
            return
        seen.add(it)
        if it in groups:
            for member in groups[it]:
                visit(member)
        else:
            users.add(it)

    visit(name)
    return users

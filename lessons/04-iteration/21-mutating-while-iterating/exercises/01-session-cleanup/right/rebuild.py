def drop_expired(sessions, now):
    keep = {user: end for user, end in sessions.items() if end >= now}
    gone = sorted(sessions.keys() - keep.keys())
    sessions.clear()
    sessions.update(keep)
    return gone


def drop_blanks(lines):
    kept = list(filter(str.strip, lines))
    lines.clear()
    lines.extend(kept)


def reachable(groups, name):
    members = [name]
    for member in members:
        for inner in groups.get(member, []):
            if inner not in members:
                members.append(inner)
    return {member for member in members if member not in groups}

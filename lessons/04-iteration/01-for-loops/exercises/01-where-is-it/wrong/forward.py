# expect: oldest_first
def where_is(lines, word):
    found = []
    for number, line in enumerate(lines, 1):
        if word in line:
            found.append(f"{number}: {line}")
    reversed(found)
    return found

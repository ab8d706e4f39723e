def where_is(lines, word):
    found = []
    for number, line in reversed(list(enumerate(lines, 1))):
        if word in line:
            found.append(f"{number}: {line}")
    return found

# expect: counts_backward
def where_is(lines, word):
    found = []
    for number, line in enumerate(reversed(list(lines)), start=1):
        if word in line:
            found.append(f"{number}: {line}")
    return found

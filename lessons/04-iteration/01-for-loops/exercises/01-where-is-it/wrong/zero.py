# expect: from_zero
def where_is(lines, word):
    found = []
    for number, line in enumerate(lines):
        if word in line:
            found.append(f"{number}: {line}")
    return found[::-1]

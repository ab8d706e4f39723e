def where_is(lines, word):
    found = []
    number = 0
    for line in lines:
        number += 1
        if word in line:
            found.insert(0, str(number) + ": " + line)
    return found

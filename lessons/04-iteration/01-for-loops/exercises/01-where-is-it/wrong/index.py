# expect: needs_a_sequence
def where_is(lines, word):
    found = []
    for i in range(len(lines) - 1, -1, -1):
        if word in lines[i]:
            found.append(f"{i + 1}: {lines[i]}")
    return found

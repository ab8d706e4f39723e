# expect: equal_lines
def where_is(lines, word):
    lines = list(lines)
    found = []
    for line in reversed(lines):
        if word in line:
            found.append(f"{lines.index(line) + 1}: {line}")
    return found

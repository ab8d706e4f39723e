# expect: your_list
def where_is(lines, word):
    if isinstance(lines, list):
        total = len(lines)
        lines.reverse()
        return [f"{total - i}: {line}" for i, line in enumerate(lines) if word in line]
    return [f"{i}: {line}" for i, line in enumerate(lines, 1) if word in line][::-1]

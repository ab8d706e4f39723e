def where_is(lines, word):
    """Return the numbered lines that contain the word, the last one first."""
    hits = [f"{number}: {line}" for number, line in enumerate(lines, 1) if word in line]
    hits.reverse()
    return hits

def read_counts(rows):
    """Return the counts by item; a failure carries a note that names the row."""
    counts = {}
    for item, text in rows:
        counts[item] = int(text)  # TODO: say which row it was
    return counts


if __name__ == "__main__":
    print(read_counts([("lamp", "4"), ("rug", "1")]))
    print(read_counts([("lamp", "4"), ("desk", "two")]))

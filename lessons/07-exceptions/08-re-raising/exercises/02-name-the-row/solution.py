def read_counts(rows):
    """Return the counts by item; a failure carries a note that names the row."""
    counts = {}
    for number, (item, text) in enumerate(rows, start=1):
        try:
            counts[item] = int(text)
        except Exception as error:
            error.add_note(f"row {number}: {item}")
            raise
    return counts


if __name__ == "__main__":
    print(read_counts([("lamp", "4"), ("rug", "1")]))
    print(read_counts([("lamp", "4"), ("desk", "two")]))

# expect: counted_from_zero
def read_counts(rows):
    """Return the counts by item; a failure carries a note that names the row."""
    counts = {}
    for number, (item, text) in enumerate(rows):
        try:
            counts[item] = int(text)
        except Exception as error:
            error.add_note(f"row {number}: {item}")
            raise
    return counts

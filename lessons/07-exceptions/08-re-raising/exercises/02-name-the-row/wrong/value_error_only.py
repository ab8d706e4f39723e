# expect: one_type_only
def read_counts(rows):
    """Return the counts by item; a failure carries a note that names the row."""
    counts = {}
    for number, (item, text) in enumerate(rows, start=1):
        try:
            counts[item] = int(text)
        except ValueError as error:
            error.add_note(f"row {number}: {item}")
            raise
    return counts

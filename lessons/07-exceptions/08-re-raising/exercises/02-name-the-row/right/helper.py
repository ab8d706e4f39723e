def count_of(number, item, text):
    """Return the count; a failure carries a note that names the row."""
    try:
        return int(text)
    except Exception as error:
        error.add_note(f"row {number}: {item}")
        raise


def read_counts(rows):
    return {
        item: count_of(number, item, text)
        for number, (item, text) in enumerate(rows, 1)
    }

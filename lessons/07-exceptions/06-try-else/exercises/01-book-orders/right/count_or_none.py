def count_of(text):
    """Return the count, or None if the text is none."""
    try:
        return int(text)
    except ValueError:
        return None


def book_orders(rows, book):
    booked, rejected = [], []
    for item, text in rows:
        count = count_of(text)
        if count is None:
            rejected.append(item)
        else:
            book(item, count)
            booked.append(item)
    return booked, rejected

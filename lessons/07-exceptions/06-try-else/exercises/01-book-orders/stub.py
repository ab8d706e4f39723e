def book_orders(rows, book):
    """Book all rows with a good count; return the booked and the rejected items."""
    booked = []
    rejected = []
    for item, text in rows:
        try:
            count = int(text)
            book(item, count)  # TODO: what if book raises a ValueError?
            booked.append(item)
        except ValueError:
            rejected.append(item)
    return booked, rejected


if __name__ == "__main__":
    print(book_orders([("lamp", "4"), ("desk", "two")], print))

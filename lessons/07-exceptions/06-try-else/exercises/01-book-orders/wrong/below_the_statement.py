# expect: stale_count
def book_orders(rows, book):
    booked = []
    rejected = []
    for item, text in rows:
        try:
            count = int(text)
            booked.append(item)
        except ValueError:
            rejected.append(item)
        book(item, count)
    return booked, rejected

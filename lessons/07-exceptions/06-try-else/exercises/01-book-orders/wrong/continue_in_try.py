# expect: else_skipped
def book_orders(rows, book):
    booked = []
    rejected = []
    for item, text in rows:
        try:
            count = int(text)
            continue
        except ValueError:
            rejected.append(item)
        else:
            book(item, count)
            booked.append(item)
    return booked, rejected

# expect: book_is_guarded
def book_orders(rows, book):
    booked = []
    rejected = []
    for item, text in rows:
        try:
            count = int(text)
        except ValueError:
            rejected.append(item)
        else:
            try:
                book(item, count)
                booked.append(item)
            except ValueError:
                rejected.append(item)
    return booked, rejected

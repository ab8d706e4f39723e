# expect: no_count_yet
def book_orders(rows, book):
    booked = []
    rejected = []
    for item, text in rows:
        try:
            count = int(text)
        except ValueError:
            rejected.append(item)
        if item not in rejected or not booked:
            book(item, count)
            booked.append(item)
    return booked, rejected

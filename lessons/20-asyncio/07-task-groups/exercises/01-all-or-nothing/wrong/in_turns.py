# expect: one_by_one
class Sold(Exception):
    pass


async def book_all(seats, book, cancel):
    tickets = {}
    try:
        for seat in seats:
            tickets[seat] = await book(seat)
    except Exception:
        for seat in tickets:
            await cancel(seat)
        raise
    return list(tickets.values())

import asyncio


class Sold(Exception):
    pass


async def book_all(seats, book, cancel):
    tickets = dict.fromkeys(seats)

    async def take(seat):
        tickets[seat] = await book(seat)

    sold = None
    try:
        async with asyncio.TaskGroup() as group:
            for seat in seats:
                group.create_task(take(seat))

    except* Sold as failed:
        sold = failed.exceptions[0]
    finally:
        if None in tickets.values():
            async with asyncio.TaskGroup() as group:
                for seat, ticket in tickets.items():
                    if ticket is not None:
                        group.create_task(cancel(seat))
    if sold:
        raise sold
    return list(tickets.values())

# expect: goes_on_booking
import asyncio


class Sold(Exception):
    pass


async def book_all(seats, book, cancel):
    booked = []

    async def book_one(seat):
        ticket = await book(seat)
        booked.append(seat)
        return ticket

    try:
        return await asyncio.gather(*[book_one(seat) for seat in seats])
    except Sold:
        for seat in booked:
            await cancel(seat)
        raise
    except Exception as error:
        for seat in booked:
            await cancel(seat)
        raise ExceptionGroup("failed", [error])

# expect: bug_hidden
import asyncio


class Sold(Exception):
    """Somebody else has the seat."""


async def book_all(seats, book, cancel):
    """Book all seats at once, or none; raise Sold if one cannot be had."""
    booked = {}

    async def book_one(seat):
        booked[seat] = await book(seat)

    try:
        async with asyncio.TaskGroup() as group:
            for seat in seats:
                group.create_task(book_one(seat))
    except ExceptionGroup as failed:
        await asyncio.gather(*[cancel(seat) for seat in booked])
        raise Sold("not all seats can be had") from failed
    return [booked[seat] for seat in seats]


async def demo_book(seat):
    await asyncio.sleep(0.1)
    if seat == "12C":
        raise Sold(seat)
    print("booked", seat)
    return f"ticket for {seat}"


async def demo_cancel(seat):
    await asyncio.sleep(0.1)
    print("gave back", seat)


if __name__ == "__main__":
    print(asyncio.run(book_all(["12A", "12B", "12C"], demo_book, demo_cancel)))

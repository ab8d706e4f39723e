import asyncio


class Sold(Exception):
    pass


async def book_all(seats, book, cancel):
    tasks = {}
    try:
        async with asyncio.TaskGroup() as group:
            for seat in seats:
                tasks[seat] = group.create_task(book(seat))
    except BaseExceptionGroup as failed:
        for seat, task in tasks.items():
            if not task.cancelled() and task.exception() is None:
                await cancel(seat)
        if all(isinstance(error, Sold) for error in failed.exceptions):
            raise failed.exceptions[0] from None
        raise
    return [task.result() for task in tasks.values()]

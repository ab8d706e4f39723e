# asyncio.ensure_future: makes a task of a coroutine or an awaitable object and returns futures as they are.
import asyncio


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "awaited"


async def main():
    task = asyncio.ensure_future(asyncio.sleep(0, 1))
    print(isinstance(task, asyncio.Task), asyncio.ensure_future(task) is task, await task)
    print(await asyncio.ensure_future(Awaitable()), await Awaitable())
    print(asyncio.iscoroutine(coroutine := main()), asyncio.iscoroutine(main))
    coroutine.close()
    try:
        asyncio.ensure_future(5)
    except TypeError:
        print("TypeError")


asyncio.run(main())

# asyncio.Queue: a getter that is cancelled loses no item; the next one receives it.
import asyncio


async def main():
    queue = asyncio.Queue()
    first, second = asyncio.create_task(queue.get()), asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait("item")
    first.cancel()
    print(await asyncio.wait_for(second, 30))
    print((await asyncio.gather(first, return_exceptions=True))[0].__class__.__name__, queue.qsize())


asyncio.run(main())

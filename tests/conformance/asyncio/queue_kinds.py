# asyncio.PriorityQueue and LifoQueue: the smallest first; the last first.
import asyncio


async def main():
    priority, lifo = asyncio.PriorityQueue(), asyncio.LifoQueue()
    for item in (3, 1, 2):
        await priority.put(item)
        await lifo.put(item)
    print([await priority.get() for _ in range(3)], [await lifo.get() for _ in range(3)])


asyncio.run(main())

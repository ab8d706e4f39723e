# asyncio.Queue: put and get block at its limits; put_nowait and get_nowait raise QueueFull and QueueEmpty.
import asyncio


async def main():
    queue = asyncio.Queue(2)
    print(queue.empty(), queue.full(), queue.qsize(), queue.maxsize)
    await queue.put(1)
    queue.put_nowait(2)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull:
        print("QueueFull")
    putter = asyncio.create_task(queue.put(3))
    await asyncio.sleep(0)
    print(putter.done(), queue.full(), await queue.get())
    await putter
    print(queue.get_nowait(), queue.get_nowait())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty:
        print("QueueEmpty")
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(getter.done())
    await queue.put("late")
    print(await getter)


asyncio.run(main())

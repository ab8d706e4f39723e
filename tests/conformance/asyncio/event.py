# asyncio.Event: wait returns True once set; set wakes all waiters; clear makes it block again.
import asyncio


async def main():
    event = asyncio.Event()
    waiters = [asyncio.create_task(event.wait()) for _ in range(3)]
    await asyncio.sleep(0)
    print(event.is_set(), any(task.done() for task in waiters))
    event.set()
    print(await asyncio.gather(*waiters), event.is_set(), await event.wait())
    event.clear()
    try:
        await asyncio.wait_for(event.wait(), 0.01)
    except TimeoutError:
        print("TimeoutError", event.is_set())


asyncio.run(main())

# asyncio.as_completed: gives awaitables whose results come in the order of completion; a timeout raises TimeoutError.
import asyncio


async def nap(seconds, value):
    await asyncio.sleep(seconds)
    return value


async def main():
    found = []
    for coroutine in asyncio.as_completed([nap(0.06, "c"), nap(0.02, "a"), nap(0.04, "b")]):
        found.append(await coroutine)
    print(found)
    found = []
    tasks = [asyncio.create_task(nap(0, "quick")), asyncio.create_task(nap(30, "slow"))]
    try:
        for coroutine in asyncio.as_completed(tasks, timeout=0.05):
            found.append(await coroutine)
    except TimeoutError:
        print("TimeoutError", found, tasks[1].done())
    tasks[1].cancel()


asyncio.run(main())

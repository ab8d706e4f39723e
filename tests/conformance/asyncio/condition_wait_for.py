# asyncio.Condition.wait_for: waits until the predicate is true and returns its value.
import asyncio


async def main():
    condition = asyncio.Condition()
    items = []

    async def produce():
        for n in range(3):
            await asyncio.sleep(0)
            async with condition:
                items.append(n)
                condition.notify_all()

    task = asyncio.create_task(produce())
    async with condition:
        print(await condition.wait_for(lambda: len(items) == 3 and "three"), items)
    await task


asyncio.run(main())

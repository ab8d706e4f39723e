# asyncio.TaskGroup: a child that is cancelled from outside ends alone; the group goes on.
import asyncio


async def main():
    async with asyncio.TaskGroup() as group:
        child = group.create_task(asyncio.sleep(30))
        other = group.create_task(asyncio.sleep(0.02, "other"))
        await asyncio.sleep(0)
        child.cancel()
    print(child.cancelled(), other.result())


asyncio.run(main())

# asyncio.TaskGroup: a task of the group may add others while the block is being left.
import asyncio

log = []


async def work(group, n):
    await asyncio.sleep(0)
    log.append(n)
    if n < 3:
        group.create_task(work(group, n + 1))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(work(group, 0))
    print(log)


asyncio.run(main())

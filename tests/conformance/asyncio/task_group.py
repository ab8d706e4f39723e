# asyncio.TaskGroup: leaving the block waits for all its tasks; create_task after that is refused.
import asyncio

log = []


async def work(n):
    await asyncio.sleep(0.01 * (3 - n))
    log.append(n)
    return n * n


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n), name=f"t{n}") for n in range(3)]
        log.append("body ends")
    print(log, [task.result() for task in tasks], tasks[1].get_name())
    coroutine = work(0)
    try:
        group.create_task(coroutine)
    except RuntimeError:
        print("RuntimeError")
    coroutine.close()


asyncio.run(main())

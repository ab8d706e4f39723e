# asyncio.gather: return_exceptions=True puts exceptions among the results; otherwise the first is raised and the others go on.
import asyncio

log = []


async def fail(turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    raise ValueError(turns)


async def slow():
    await asyncio.sleep(0.02)
    log.append("slow finished")
    return "slow"


async def main():
    print([repr(it) for it in await asyncio.gather(fail(2), slow(), fail(1), return_exceptions=True)])
    log.clear()
    task = asyncio.create_task(slow())
    try:
        await asyncio.gather(fail(3), task, fail(1))
    except ValueError as error:
        print(error.args, task.done())
    await task
    print(log)


asyncio.run(main())

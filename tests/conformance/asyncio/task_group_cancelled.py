# asyncio.TaskGroup: cancelling the task that owns the group cancels its tasks and raises CancelledError, no group.
import asyncio

log = []


async def wait(name):
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        log.append(name)
        raise


async def owner():
    async with asyncio.TaskGroup() as group:
        group.create_task(wait("a"))
        group.create_task(wait("b"))


async def main():
    task = asyncio.create_task(owner())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("CancelledError", sorted(log), task.cancelled())


asyncio.run(main())

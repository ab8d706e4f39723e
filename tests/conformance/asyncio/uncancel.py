# asyncio.Task.uncancel: counts cancellation requests down; cancelling() tells how many are left.
import asyncio


async def work():
    task = asyncio.current_task()
    counts = []
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        counts.append(task.cancelling())
        counts.append(task.uncancel())
        counts.append(task.uncancel())
        counts.append(task.uncancel())
    return counts


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    print(task.cancelling(), task.cancel(), task.cancel(), task.cancelling())
    print(await task)


asyncio.run(main())

# asyncio.Task.cancel: cancels what the task is awaiting, down to the innermost future.
import asyncio

log = []


async def inner():
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        log.append("inner")
        raise


async def middle():
    try:
        await asyncio.create_task(inner())
    except asyncio.CancelledError:
        log.append("middle")
        raise


async def main():
    task = asyncio.create_task(middle())
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait([task])
    print(log, task.cancelled())


asyncio.run(main())

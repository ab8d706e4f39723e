# asyncio.Task.cancel: a task cancelled before its first step never runs its coroutine.
import asyncio

log = []


async def work():
    log.append("ran")


async def main():
    task = asyncio.create_task(work())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("CancelledError", log)


asyncio.run(main())

# asyncio.Task.cancel: a coroutine that catches CancelledError goes on, and the task is then not cancelled.
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        pass
    await asyncio.sleep(0)
    return "survived"


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling(), task.uncancel())


asyncio.run(main())

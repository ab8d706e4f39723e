# asyncio.wait_for: a cancellation from outside cancels the inner awaitable and is not turned into TimeoutError.
import asyncio

log = []


async def inner():
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        log.append("inner cancelled")
        raise


async def main():
    task = asyncio.create_task(asyncio.wait_for(inner(), 30))
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except TimeoutError:
        print("TimeoutError")
    except asyncio.CancelledError:
        print("CancelledError", log)


asyncio.run(main())

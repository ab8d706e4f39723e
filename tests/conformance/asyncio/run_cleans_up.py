# asyncio.run: cancels what tasks are left and waits for them, then closes the loop.
import asyncio

log = []


async def forever():
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        log.append("cancelled")
        await asyncio.sleep(0.01)
        log.append("cleaned up")
        raise
    finally:
        log.append("finally")


async def main():
    asyncio.create_task(forever())
    await asyncio.sleep(0)
    log.append("main ends")
    return asyncio.get_running_loop()


loop = asyncio.run(main())
print(log, loop.is_closed(), loop.is_running())
try:
    asyncio.get_running_loop()
except RuntimeError:
    print("no running loop")

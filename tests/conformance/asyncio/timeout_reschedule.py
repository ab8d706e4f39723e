# asyncio.timeout: reschedule moves or removes the deadline; timeout_at takes an absolute time.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(0.02) as scope:
        scope.reschedule(None)
        await asyncio.sleep(0.05)
        print("no deadline", scope.when())
    try:
        async with asyncio.timeout(None) as scope:
            scope.reschedule(loop.time() + 0.01)
            await asyncio.sleep(30)
    except TimeoutError:
        print("TimeoutError")
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            await asyncio.sleep(30)
    except TimeoutError:
        print("a deadline in the past")
    try:
        scope.reschedule(1)
    except RuntimeError:
        print("RuntimeError")


asyncio.run(main())

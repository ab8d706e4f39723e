# asyncio.wait_for: returns the result in time; otherwise cancels the awaitable, waits for that and raises TimeoutError.
import asyncio

log = []


async def slow():
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        await asyncio.sleep(0.01)
        log.append("cancelled")
        raise


async def main():
    print(await asyncio.wait_for(asyncio.sleep(0, "result"), 30), await asyncio.wait_for(asyncio.sleep(0, 1), None))
    for timeout in (0.02, 0):
        try:
            await asyncio.wait_for(slow(), timeout)
        except TimeoutError as error:
            print("TimeoutError", log, asyncio.TimeoutError is TimeoutError)


asyncio.run(main())

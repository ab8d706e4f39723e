# asyncio.wait: returns sets of done and pending tasks at a timeout, the first finished, the first exception; it cancels nothing.
import asyncio


async def fail():
    raise KeyError


async def main():
    gate = asyncio.Event()
    slow = asyncio.create_task(gate.wait())
    quick = asyncio.create_task(asyncio.sleep(0, "quick"))
    done, pending = await asyncio.wait([slow, quick], return_when=asyncio.FIRST_COMPLETED)
    print(done == {quick}, pending == {slow}, slow.cancelled())
    done, pending = await asyncio.wait([slow], timeout=0.02)
    print(len(done), len(pending), slow.done())
    failing = asyncio.create_task(fail())
    done, pending = await asyncio.wait([slow, failing], return_when=asyncio.FIRST_EXCEPTION)
    print(done == {failing}, type(failing.exception()).__name__)
    gate.set()
    done, pending = await asyncio.wait({slow, quick, failing})
    print(len(done), len(pending), slow.result())
    coroutine = asyncio.sleep(0)
    for bad in ([], [coroutine]):
        try:
            await asyncio.wait(bad)
        except (ValueError, TypeError) as error:
            print(type(error).__name__)
    coroutine.close()


asyncio.run(main())

# asyncio.gather: cancelling it cancels all children; a cancelled child counts as a CancelledError of its own.
import asyncio

log = []


async def wait(name):
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        log.append(name)
        raise


async def main():
    gathered = asyncio.gather(wait("a"), wait("b"))
    await asyncio.sleep(0)
    gathered.cancel()
    try:
        await gathered
    except asyncio.CancelledError:
        print("CancelledError", sorted(log), gathered.cancelled())
    child = asyncio.create_task(wait("child"))
    gathered = asyncio.gather(child, asyncio.sleep(0, "fine"), return_exceptions=True)
    await asyncio.sleep(0)
    child.cancel()
    print([type(it).__name__ for it in await gathered])


asyncio.run(main())

# asyncio.Lock: one task at a time, waiters in the order of their arrival; release of a free lock is a RuntimeError.
import asyncio

log = []


async def work(lock, name):
    async with lock:
        log.append(f"{name} in")
        await asyncio.sleep(0.001)
        log.append(f"{name} out")


async def main():
    lock = asyncio.Lock()
    print(lock.locked(), await lock.acquire(), lock.locked())
    lock.release()
    await asyncio.gather(*(work(lock, name) for name in "abc"))
    print(log)
    try:
        lock.release()
    except RuntimeError:
        print("RuntimeError")
    try:
        with lock:
            pass
    except (TypeError, AttributeError):
        print("only async with")


asyncio.run(main())

# asyncio.Lock: cancelling a waiter takes it out of the line without harm to the others.
import asyncio


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    waiters = [asyncio.create_task(lock.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    waiters[0].cancel()
    await asyncio.sleep(0)
    lock.release()
    print(await waiters[1], waiters[0].cancelled(), waiters[2].done())
    lock.release()
    print(await waiters[2], lock.locked())


asyncio.run(main())

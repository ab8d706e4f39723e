# asyncio.Semaphore: at most that many tasks inside; BoundedSemaphore refuses a release too many.
import asyncio

inside = most = 0


async def work(semaphore):
    global inside, most
    async with semaphore:
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0.001)
        inside -= 1


async def main():
    semaphore = asyncio.Semaphore(3)
    await asyncio.gather(*(work(semaphore) for _ in range(10)))
    print(most, inside, semaphore.locked())
    for _ in range(3):
        await semaphore.acquire()
    print(semaphore.locked())
    semaphore.release()
    print(semaphore.locked(), await semaphore.acquire())
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError:
        print("ValueError")
    try:
        asyncio.Semaphore(-1)
    except ValueError:
        print("ValueError")


asyncio.run(main())

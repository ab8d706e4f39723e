# asyncio.Barrier: tasks go on together, each with another index; abort breaks it, reset frees the waiters with an error.
import asyncio


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(barrier.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    print(barrier.n_waiting, barrier.parties, barrier.broken)
    async with barrier as index:
        print(sorted([index, *await asyncio.gather(*tasks)]))
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    await barrier.reset()
    try:
        await task
    except asyncio.BrokenBarrierError:
        print("reset", barrier.broken, barrier.n_waiting)
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    await barrier.abort()
    try:
        await task
    except asyncio.BrokenBarrierError:
        print("abort", barrier.broken)


asyncio.run(main())

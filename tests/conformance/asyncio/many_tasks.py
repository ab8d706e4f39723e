# asyncio: 2,000 tasks wait at once and each gets its own result.
import asyncio


async def work(gate, n):
    await gate.wait()
    await asyncio.sleep(0.01)
    return n


async def main():
    gate = asyncio.Event()
    tasks = [asyncio.create_task(work(gate, n)) for n in range(2000)]
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()))
    gate.set()
    print(sum(await asyncio.gather(*tasks)))


asyncio.run(main())

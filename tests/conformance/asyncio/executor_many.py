# loop.run_in_executor: many calls at once, no result lost, and the order of gather.
import asyncio
import time


def work(n):
    time.sleep(0.001 * (n % 3))
    return n


async def main():
    print(await asyncio.gather(*(asyncio.to_thread(work, n) for n in range(40))) == list(range(40)))


asyncio.run(main())

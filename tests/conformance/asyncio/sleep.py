# asyncio.sleep: suspends for that long and returns result; sleeps of several tasks go on together.
import asyncio
import time


async def main():
    started = time.monotonic()
    order = []

    async def nap(seconds):
        order.append(await asyncio.sleep(seconds, result=seconds))

    await asyncio.gather(nap(0.3), nap(0.1), nap(0.2), nap(0), nap(-1))
    print(order, 0.29 < time.monotonic() - started < 0.59)


asyncio.run(main())

# asyncio.sleep(0): lets each other ready task run once, in the order in which they became ready.
import asyncio

log = []


async def work(name):
    for n in range(3):
        log.append(f"{name}{n}")
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(work("a"), work("b"), work("c"))


asyncio.run(main())
print(log)

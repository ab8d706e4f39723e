# asyncio.run: async generators that were left unfinished are closed before the loop is, also one left by break.
import asyncio

log = []
keep = []


async def generate(name):
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        log.append(name)


async def main():
    generator = generate("kept")
    keep.append(generator)
    async for _ in generator:
        break
    log.append("main ends")


asyncio.run(main())
print(log)

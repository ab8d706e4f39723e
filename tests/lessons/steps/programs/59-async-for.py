# One of the programs whose recording is compared: async for.
import asyncio


async def numbers():
    yield 1
    yield 2


async def main():
    total = 0
    async for n in numbers():
        total += n
    return total


x = asyncio.run(main())

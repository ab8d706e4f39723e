# One of the programs whose recording is compared: coroutine.
import asyncio


async def answer(n):
    await asyncio.sleep(0)
    return n


async def main():
    a = await answer(1)
    b = await answer(2)
    return a + b


x = asyncio.run(main())

# Async generators: async for, asend, athrow and aclose; aclose runs finally clauses that await.
import asyncio

log = []


async def count():
    try:
        n = 0
        while True:
            got = yield n
            n = n + 1 if got is None else got
    except KeyError:
        yield "caught"
    finally:
        await asyncio.sleep(0)
        log.append("closed")


async def main():
    generator = count()
    print([await anext(generator) for _ in range(3)], await generator.asend(10), await generator.athrow(KeyError))
    await generator.aclose()
    print(log, await anext(generator, "exhausted"))
    print([n async for n in take(count(), 4)], {n: n async for n in take(count(), 2)})
    try:
        await anext(generator)
    except StopAsyncIteration:
        print("StopAsyncIteration")


async def take(generator, limit):
    async for item in generator:
        if item == limit:
            break
        yield item
    await generator.aclose()


asyncio.run(main())
print(log)

# async with: __aenter__ and __aexit__ are awaited; contextlib.asynccontextmanager and AsyncExitStack close in reverse order.
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager

log = []


@asynccontextmanager
async def resource(name):
    await asyncio.sleep(0)
    log.append(f"open {name}")
    try:
        yield name
    finally:
        await asyncio.sleep(0)
        log.append(f"close {name}")


async def numbers():
    try:
        yield 1
    finally:
        log.append("generator closed")


async def main():
    try:
        async with AsyncExitStack() as stack:
            for name in "ab":
                await stack.enter_async_context(resource(name))
            stack.push_async_callback(asyncio.sleep, 0)
            raise KeyError
    except KeyError:
        print(log)
    async with aclosing(numbers()) as generator:
        async for _ in generator:
            break
    print(log[-1])


asyncio.run(main())

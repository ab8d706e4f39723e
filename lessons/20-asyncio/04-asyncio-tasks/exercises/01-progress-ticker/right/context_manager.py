import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def ticking(tick, interval):
    async def keep_ticking():
        while True:
            await asyncio.sleep(interval)
            tick()

    ticker = asyncio.create_task(keep_ticking())
    try:
        yield
    finally:
        ticker.cancel()
        await asyncio.wait([ticker])


async def with_ticker(work, tick, interval):
    async with ticking(tick, interval):
        return await work

import asyncio


async def with_ticker(work, tick, interval):
    async def keep_ticking():
        try:
            while True:
                await asyncio.sleep(interval)
                tick()
        except asyncio.CancelledError:
            pass

    ticker = asyncio.ensure_future(keep_ticking())
    await asyncio.sleep(0)
    try:
        result = await work
    finally:
        ticker.cancel()
        await asyncio.gather(ticker, return_exceptions=True)
    return result

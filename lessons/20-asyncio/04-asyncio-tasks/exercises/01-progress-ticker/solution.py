import asyncio
import contextlib


async def with_ticker(work, tick, interval):
    """Await `work`; meanwhile call tick() every `interval` seconds."""

    async def keep_ticking():
        while True:
            await asyncio.sleep(interval)
            tick()

    ticker = asyncio.create_task(keep_ticking())
    try:
        return await work
    finally:
        ticker.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await ticker


async def demo():
    await asyncio.sleep(0.35)
    return "done"


if __name__ == "__main__":
    print(asyncio.run(with_ticker(demo(), lambda: print("."), 0.1)))

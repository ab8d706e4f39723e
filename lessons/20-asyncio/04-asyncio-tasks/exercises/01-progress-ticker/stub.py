import asyncio


async def with_ticker(work, tick, interval):
    """Await `work`; meanwhile call tick() every `interval` seconds."""
    # TODO: nothing ticks.
    return await work


async def demo():
    await asyncio.sleep(0.35)
    return "done"


if __name__ == "__main__":
    print(asyncio.run(with_ticker(demo(), lambda: print("."), 0.1)))

import asyncio


class Cache:
    """Values that are loaded when first asked for."""

    def __init__(self, load):
        self.load = load
        self.values = {}

    async def get(self, key):
        # TODO: many who ask at the same time all cause a load.
        if key not in self.values:
            self.values[key] = await self.load(key)
        return self.values[key]


async def demo():
    async def load(key):
        print("loading", key)
        await asyncio.sleep(0.1)
        return key.upper()

    cache = Cache(load)
    print(await asyncio.gather(cache.get("page"), cache.get("page")))


if __name__ == "__main__":
    asyncio.run(demo())

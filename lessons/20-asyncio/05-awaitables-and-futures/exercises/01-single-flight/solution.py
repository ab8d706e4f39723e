import asyncio


class Cache:
    """Values that are loaded when first asked for."""

    def __init__(self, load):
        self.load = load
        self.loads = {}

    async def get(self, key):
        if key not in self.loads:
            task = asyncio.create_task(self.load(key))
            task.add_done_callback(lambda it: self.forget_failure(key, it))
            self.loads[key] = task
        return await self.loads[key]

    def forget_failure(self, key, task):
        if task.cancelled() or task.exception() is not None:
            del self.loads[key]


async def demo():
    async def load(key):
        print("loading", key)
        await asyncio.sleep(0.1)
        return key.upper()

    cache = Cache(load)
    print(await asyncio.gather(cache.get("page"), cache.get("page")))


if __name__ == "__main__":
    asyncio.run(demo())

# expect: all_wait
import asyncio


class Cache:
    def __init__(self, load):
        self.load = load
        self.values = {}
        self.lock = asyncio.Lock()

    async def get(self, key):
        async with self.lock:
            if key not in self.values:
                self.values[key] = await self.load(key)
            return self.values[key]

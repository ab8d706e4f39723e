# expect: failure_kept
import asyncio


class Cache:
    def __init__(self, load):
        self.load = load
        self.loads = {}

    async def get(self, key):
        if key not in self.loads:
            self.loads[key] = asyncio.create_task(self.load(key))
        return await self.loads[key]

# expect: not_kept
import asyncio


class Cache:
    def __init__(self, load):
        self.load = load
        self.loads = {}

    async def get(self, key):
        if key not in self.loads:
            task = asyncio.create_task(self.load(key))
            task.add_done_callback(lambda it: self.loads.pop(key))
            self.loads[key] = task
        return await self.loads[key]

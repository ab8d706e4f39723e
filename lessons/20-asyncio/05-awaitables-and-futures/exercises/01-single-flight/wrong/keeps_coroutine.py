# expect: coroutine_shared
class Cache:
    def __init__(self, load):
        self.load = load
        self.loads = {}

    async def get(self, key):
        if key not in self.loads:
            self.loads[key] = self.load(key)
        return await self.loads[key]

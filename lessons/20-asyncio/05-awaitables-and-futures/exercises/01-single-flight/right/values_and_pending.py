import asyncio


class Cache:
    def __init__(self, load):
        self.load = load
        self.values = {}
        self.pending = {}

    async def get(self, key):
        if key in self.values:
            return self.values[key]
        if key not in self.pending:
            self.pending[key] = asyncio.ensure_future(self._load(key))
        return await self.pending[key]

    async def _load(self, key):
        try:
            self.values[key] = await self.load(key)
            return self.values[key]
        finally:
            del self.pending[key]

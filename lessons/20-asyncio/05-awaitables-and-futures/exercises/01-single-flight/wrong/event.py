# expect: error_lost
import asyncio


class Cache:
    def __init__(self, load):
        self.load = load
        self.values = {}
        self.loaded = {}

    async def get(self, key):
        if key in self.loaded:
            await self.loaded[key].wait()
            return self.values.get(key)
        event = self.loaded[key] = asyncio.Event()
        try:
            self.values[key] = await self.load(key)
        except Exception:
            del self.loaded[key]
            raise
        finally:
            event.set()
        return self.values[key]

# expect: stampede
class Cache:
    def __init__(self, load):
        self.load = load
        self.values = {}

    async def get(self, key):
        value = self.values.get(key)
        if value is None:
            value = await self.load(key)
            self.values[key] = value
        return value

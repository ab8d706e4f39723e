import asyncio


class Client:
    def __init__(self, login, request, limit):
        self.login, self.request = login, request
        self.lock, self.token = asyncio.Lock(), None
        self.slots = asyncio.Queue()
        for _ in range(limit):
            self.slots.put_nowait(None)

    async def get(self, path):
        await self.slots.get()
        try:
            if self.token is None:
                async with self.lock:
                    if self.token is None:
                        self.token = await self.login()
            return await self.request(self.token, path)
        finally:
            self.slots.put_nowait(None)

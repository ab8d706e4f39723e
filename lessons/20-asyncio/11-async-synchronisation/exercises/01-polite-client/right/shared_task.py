import asyncio


class Client:
    def __init__(self, login, request, limit):
        self.login, self.request = login, request
        self.slots = asyncio.BoundedSemaphore(limit)
        self.token = None

    async def get(self, path):
        async with self.slots:
            if self.token is None:
                self.token = asyncio.create_task(self.login())
            try:
                token = await self.token
            except Exception:
                self.token = None
                raise
            return await self.request(token, path)

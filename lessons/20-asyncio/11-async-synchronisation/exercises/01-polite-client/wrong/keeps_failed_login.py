# expect: login_failed_for_ever
import asyncio


class Client:
    def __init__(self, login, request, limit):
        self.login, self.request = login, request
        self.slots = asyncio.Semaphore(limit)
        self.token = None

    async def get(self, path):
        if self.token is None:
            self.token = asyncio.create_task(self.login())
        token = await self.token
        async with self.slots:
            return await self.request(token, path)

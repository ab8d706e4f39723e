# expect: too_slow
import asyncio


class Client:
    """Asks a service that wants one login and few requests at a time."""

    def __init__(self, login, request, limit):
        self.login = login
        self.request = request
        self.slots = asyncio.Semaphore(limit)
        self.logging_in = asyncio.Lock()
        self.token = None

    async def get(self, path):
        async with self.slots, self.logging_in:
            if self.token is None:
                self.token = await self.login()
            return await self.request(self.token, path)


async def demo_login():
    print("login")
    await asyncio.sleep(0.1)
    return "token"


async def demo_request(token, path):
    print("start", path)
    await asyncio.sleep(0.1)
    return f"<{path}>"


async def demo():
    client = Client(demo_login, demo_request, 2)
    print(await asyncio.gather(*[client.get(path) for path in "abcd"]))


if __name__ == "__main__":
    asyncio.run(demo())

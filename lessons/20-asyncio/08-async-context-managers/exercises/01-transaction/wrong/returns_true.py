# expect: swallows
import asyncio


class transaction:
    """Commits what the block did, or undoes it."""

    def __init__(self, db):
        self.db = db

    async def __aenter__(self):
        await self.db.begin()
        return self.db

    async def __aexit__(self, kind, error, trace):
        if kind is None:
            await self.db.commit()
        else:
            await self.db.rollback()
        return True


class DemoDatabase:
    """Prints what it is asked to do."""

    async def begin(self):
        print("BEGIN")

    async def execute(self, statement):
        await asyncio.sleep(0.1)
        print(statement)

    async def commit(self):
        print("COMMIT")

    async def rollback(self):
        print("ROLLBACK")


async def demo():
    async with transaction(DemoDatabase()) as db:
        await db.execute("UPDATE 1")
        await db.execute("UPDATE 2")


if __name__ == "__main__":
    asyncio.run(demo())

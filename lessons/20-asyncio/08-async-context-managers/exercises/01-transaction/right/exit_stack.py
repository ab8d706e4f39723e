from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def transaction(db):
    async with AsyncExitStack() as stack:
        await db.begin()
        stack.push_async_callback(db.rollback)
        yield db
        stack.pop_all()
        await db.commit()

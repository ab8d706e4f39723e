# expect: commits_failure
from contextlib import asynccontextmanager


@asynccontextmanager
async def transaction(db):
    await db.begin()
    try:
        yield db
    finally:
        await db.commit()

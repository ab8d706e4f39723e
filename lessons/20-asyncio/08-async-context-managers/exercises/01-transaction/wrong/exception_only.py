# expect: cancel_forgotten
from contextlib import asynccontextmanager


@asynccontextmanager
async def transaction(db):
    await db.begin()
    try:
        yield db
    except Exception:
        await db.rollback()
        raise
    else:
        await db.commit()

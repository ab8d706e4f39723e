# expect: not_reset
import asyncio
import logging
from contextvars import ContextVar

current = ContextVar("current", default="-")


async def serve(number, work):
    """Await `work` as request `number`; return its result."""
    current.set(number)
    return await work


class RequestFilter(logging.Filter):
    """Adds `request_id` to each record."""

    def filter(self, record):
        record.request_id = current.get()
        return True


async def demo_work(name):
    logging.warning("start %s", name)
    await asyncio.sleep(0.1)
    logging.warning("end %s", name)


async def demo():
    await asyncio.gather(serve(1, demo_work("a")), serve(2, demo_work("b")))
    logging.warning("all done")


if __name__ == "__main__":
    handler = logging.StreamHandler()
    handler.addFilter(RequestFilter())
    handler.setFormatter(logging.Formatter("[%(request_id)s] %(message)s"))
    logging.getLogger().addHandler(handler)
    asyncio.run(demo())

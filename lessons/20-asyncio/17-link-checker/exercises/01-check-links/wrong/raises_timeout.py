# expect: report_lost
"""Checks the links of a site."""

import asyncio
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from web import DEMO, Web

SETTINGS = {"n_workers": 3, "limit": 0.2, "attempts": 2}
current_url = ContextVar("current_url", default="-")


class Broken(Exception):
    """A page could not be fetched."""


@dataclass
class Report:
    """What a check has found."""

    links: dict = field(default_factory=dict)
    broken: dict = field(default_factory=dict)
    is_complete: bool = False


@asynccontextmanager
async def connected(web):
    """Give a session to the block, and close it afterwards."""
    session = await web.connect()
    try:
        yield session
    finally:
        await session.close()


async def fetch(session, url, limit, attempts):
    """Return the links of a page, with some patience for it."""
    token = current_url.set(url)
    try:
        for _ in range(attempts):
            try:
                async with asyncio.timeout(limit):
                    return await session.get(url)
            except (ConnectionError, TimeoutError) as error:
                last = error
        raise Broken(url) from last
    finally:
        current_url.reset(token)


async def crawl(session, start, report, n_workers, limit, attempts):
    """Fetch every page that can be reached, and note what comes of it."""
    queue = asyncio.Queue()
    queue.put_nowait(start)
    seen = {start}

    async def handle(url):
        try:
            links = await fetch(session, url, limit, attempts)
        except Broken as error:
            report.broken[url] = error
            return
        report.links[url] = links
        for link in links:
            if link not in seen:
                seen.add(link)
                queue.put_nowait(link)

    async def worker():
        while True:
            url = await queue.get()
            await handle(url)
            queue.task_done()

    async with asyncio.TaskGroup() as group:
        workers = [group.create_task(worker()) for _ in range(n_workers)]
        await queue.join()
        for task in workers:
            task.cancel()


async def check(web, start, patience):
    """Check a site; return what was found within `patience` seconds."""
    report = Report()
    async with asyncio.timeout(patience), connected(web) as session:
        await crawl(session, start, report, **SETTINGS)
        report.is_complete = True
    return report


if __name__ == "__main__":
    print(asyncio.run(check(Web(DEMO), "/", 5)))

import asyncio
from contextvars import ContextVar
from dataclasses import dataclass, field

SETTINGS = {"n_workers": 3, "limit": 0.2, "attempts": 2}
current_url = ContextVar("current_url", default="-")


class Broken(Exception):
    pass


@dataclass
class Report:
    links: dict = field(default_factory=dict)
    broken: dict = field(default_factory=dict)
    is_complete: bool = False


class connected:
    def __init__(self, web):
        self.web = web

    async def __aenter__(self):
        self.session = await self.web.connect()
        return self.session

    async def __aexit__(self, *exception):
        await self.session.close()


async def fetch(session, url, limit, attempts):
    before = current_url.get()
    current_url.set(url)
    try:
        while True:
            attempts -= 1
            try:
                return await asyncio.wait_for(session.get(url), limit)
            except (ConnectionError, TimeoutError) as error:
                if not attempts:
                    raise Broken(url) from error
    finally:
        current_url.set(before)


async def crawl(session, start, report, n_workers, limit, attempts):
    slots = asyncio.Semaphore(n_workers)
    seen = set()

    async def visit(url):
        try:
            async with slots:
                report.links[url] = await fetch(session, url, limit, attempts)
        except Broken as error:
            report.broken[url] = error
        else:
            follow(report.links[url])

    def follow(links):
        for link in links:
            if link not in seen:
                seen.add(link)
                group.create_task(visit(link))

    async with asyncio.TaskGroup() as group:
        follow([start])


async def check(web, start, patience):
    report = Report()

    async def work():
        async with connected(web) as session:
            await crawl(session, start, report, **SETTINGS)

    try:
        await asyncio.wait_for(work(), patience)
    except TimeoutError:
        return report
    report.is_complete = True
    return report

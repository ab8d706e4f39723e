import asyncio
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

import httpx


@dataclass
class Reading:
    station: str
    celsius: float


def call(url):
    query = parse_qsl(urlsplit(url).query, keep_blank_values=True)
    return dict(url=url, params=[*query, ("units", "C")], timeout=httpx.Timeout(20.0), follow_redirects=True)


def finish(response):
    if response.is_success:
        return Reading(**response.json())
    if response.status_code != httpx.codes.NOT_FOUND:
        response.raise_for_status()


def reading(client, url):
    return finish(client.get(**call(url)))


async def reading_async(client, url):
    return finish(await client.get(**call(url)))


async def readings(client, urls):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(reading_async(client, url)) for url in urls]
    return [task.result() for task in tasks]

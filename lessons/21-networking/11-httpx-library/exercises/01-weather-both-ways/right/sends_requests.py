import asyncio
from dataclasses import dataclass

import httpx


@dataclass
class Reading:
    station: str
    celsius: float


def request_for(client, url):
    return client.build_request("GET", httpx.URL(url).copy_add_param("units", "C"), timeout=20)


def reading_from(response):
    match response.status_code:
        case 404:
            return None
        case _:
            response.raise_for_status()
            return Reading(**response.json())


def reading(client, url):
    return reading_from(client.send(request_for(client, url), follow_redirects=True))


async def reading_async(client, url):
    return reading_from(await client.send(request_for(client, url), follow_redirects=True))


async def readings(client, urls):
    return list(await asyncio.gather(*(reading_async(client, url) for url in urls)))

# expect: limit
import asyncio
from dataclasses import dataclass

import httpx

OPTIONS = {"follow_redirects": True}


@dataclass
class Reading:
    station: str
    celsius: float


def address(url):
    return httpx.URL(url).copy_merge_params({"units": "C"})


def parsed(response):
    if response.status_code == 404:
        return None
    return Reading(**response.raise_for_status().json())


def reading(client, url):
    return parsed(client.get(address(url), **OPTIONS))


async def reading_async(client, url):
    return parsed(await client.get(address(url), **OPTIONS))


async def readings(client, urls):
    return await asyncio.gather(*[reading_async(client, url) for url in urls])

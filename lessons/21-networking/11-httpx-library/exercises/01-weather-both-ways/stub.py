import asyncio
from dataclasses import dataclass

import httpx


@dataclass
class Reading:
    station: str
    celsius: float


def reading(client, url):
    # TODO: with requests, this was right.
    response = client.get(url, params={"units": "C"})
    if response:
        return Reading(**response.json())
    if response.status_code == 404:
        return None
    response.raise_for_status()


async def reading_async(client, url):
    # TODO
    ...


async def readings(client, urls):
    # TODO
    return [await reading_async(client, url) for url in urls]


if __name__ == "__main__":
    def station(request):
        if request.url.path == "/old":
            return httpx.Response(301, headers={"Location": "/north?id=7"})
        print("asked for", request.url)
        return httpx.Response(200, json={"station": request.url.path, "celsius": 3.5})

    with httpx.Client(transport=httpx.MockTransport(station)) as client:
        for url in ("http://weather.example/north?id=7", "http://weather.example/old"):
            print(reading(client, url))

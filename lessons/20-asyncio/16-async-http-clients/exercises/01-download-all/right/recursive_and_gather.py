import asyncio

import httpx


async def download(client, url, attempts=3, pause=0.1):
    try:
        answer = await client.get(url)
        if answer.status_code == 404:
            return None
        if answer.status_code != 503 or attempts == 1:
            return answer.raise_for_status().text
    except httpx.TimeoutException:
        if attempts == 1:
            raise
    await asyncio.sleep(pause)
    return await download(client, url, attempts - 1, pause * 2)


async def download_all(urls, make_client):
    async with make_client() as client:
        found = await asyncio.gather(*[download(client, url) for url in urls], return_exceptions=True)
    if problems := [it for it in found if isinstance(it, Exception)]:
        raise ExceptionGroup("downloads failed", problems)
    return dict(zip(urls, found))

import asyncio

import httpx


async def download(client, url, attempts=3, pause=0.1):
    for wait in [*(pause * 2**n for n in range(attempts - 1)), None]:
        answer = None
        try:
            answer = await client.get(url)
        except httpx.TimeoutException:
            if wait is None:
                raise
        if answer is not None:
            match answer.status_code:
                case 404:
                    return None
                case 503 if wait is not None:
                    pass
                case _:
                    answer.raise_for_status()
                    return answer.text
        await asyncio.sleep(wait)


async def download_all(urls, make_client):
    texts = dict.fromkeys(urls)

    async def enter(client, url):
        texts[url] = await download(client, url)

    async with make_client() as client, asyncio.TaskGroup() as group:
        for url in urls:
            group.create_task(enter(client, url))
    return texts

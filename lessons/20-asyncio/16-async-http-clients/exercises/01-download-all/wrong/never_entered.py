# expect: not_closed
import asyncio

import httpx
import shopsite


async def download(client, url, attempts=3, pause=0.1):
    """Return the text of a page, or None if there is no such page."""
    for attempt in range(attempts):
        is_last = attempt == attempts - 1
        try:
            answer = await client.get(url)
        except httpx.TimeoutException:
            if is_last:
                raise
        else:
            if answer.status_code == 404:
                return None
            if answer.status_code != 503 or is_last:
                answer.raise_for_status()
                return answer.text
        await asyncio.sleep(pause * 2**attempt)


async def download_all(urls, make_client):
    """Download all pages with one client; return their texts by url."""
    client = make_client()
    async with asyncio.TaskGroup() as group:
        tasks = {url: group.create_task(download(client, url)) for url in urls}
    return {url: task.result() for url, task in tasks.items()}


async def demo():
    async with await shopsite.start():
        pages = await download_all([*shopsite.URLS, "http://127.0.0.1:8000/lost"], httpx.AsyncClient)
        print(pages, shopsite.n_connections, "connections")


if __name__ == "__main__":
    asyncio.run(demo())

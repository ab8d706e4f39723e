import asyncio

import httpx
import shopsite


async def download(client, url, attempts=3, pause=0.1):
    """Return the text of a page, or None if there is no such page."""
    # TODO: every status is taken for a success, and there is one attempt.
    answer = await client.get(url)
    return answer.text


async def download_all(urls, make_client):
    """Download all pages with one client; return their texts by url."""
    # TODO: one after the other, each with a client of its own.
    return {url: await download(make_client(), url) for url in urls}


async def demo():
    async with await shopsite.start():
        pages = await download_all([*shopsite.URLS, "http://127.0.0.1:8000/lost"], httpx.AsyncClient)
        print(pages, shopsite.n_connections, "connections")


if __name__ == "__main__":
    asyncio.run(demo())

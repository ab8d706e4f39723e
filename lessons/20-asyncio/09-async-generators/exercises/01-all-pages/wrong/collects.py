# expect: all_first
import asyncio
from contextlib import aclosing


async def all_items(fetch):
    """Yield the items of all pages."""
    items = []
    token = None
    while True:
        page = await fetch(token)
        items.extend(page["items"])
        token = page["next"]
        if token is None:
            break
    for item in items:
        yield item


async def first(n, source):
    """Return the first n values of an async generator, and close it."""
    found = []
    async with aclosing(source):
        async for value in source:
            found.append(value)
            if len(found) == n:
                break
    return found


PAGES = {
    None: {"items": ["a", "b"], "next": "p2"},
    "p2": {"items": ["c"], "next": None},
}


async def demo_fetch(token):
    await asyncio.sleep(0.1)
    print("fetched", token)
    return PAGES[token]


if __name__ == "__main__":
    print(asyncio.run(first(3, all_items(demo_fetch))))

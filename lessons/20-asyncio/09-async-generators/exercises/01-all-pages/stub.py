import asyncio


async def all_items(fetch):
    """Yield the items of all pages."""
    # TODO: more than the first page
    page = await fetch(None)
    for item in page["items"]:
        yield item


async def first(n, source):
    """Return the first n values of an async generator, and close it."""
    # TODO
    return []


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

async def all_items(fetch, token=None):
    page = await fetch(token)
    for item in page["items"]:
        yield item
    if page["next"] is not None:
        async for item in all_items(fetch, page["next"]):
            yield item


async def first(n, source):
    found = []
    try:
        while len(found) < n:
            found.append(await anext(source))
    except StopAsyncIteration:
        pass
    finally:
        await source.aclose()
    return found

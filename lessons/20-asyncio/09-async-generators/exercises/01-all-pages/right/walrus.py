from contextlib import aclosing


async def all_items(fetch):
    page = {"items": [], "next": None}
    is_first = True
    while is_first or page["next"]:
        is_first = False
        page = await fetch(page["next"])
        for item in page["items"]:
            yield item


async def first(n, source):
    end = object()
    async with aclosing(source) as values:
        found = []
        for _ in range(n):
            if (value := await anext(values, end)) is end:
                break
            found.append(value)
        return found

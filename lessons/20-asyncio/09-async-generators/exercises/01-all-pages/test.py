"""Checks for all-pages: laziness by counting fetches, and closing."""

import asyncio

import lab


class Service:
    """Pages of the given lists; notes which were fetched."""

    def __init__(self, *pages):
        self.pages = pages
        self.fetched = []

    async def fetch(self, token):
        number = 0 if token is None else int(token[1:])
        self.fetched.append(number)
        await asyncio.sleep(0.005)
        more = number + 1 < len(self.pages)
        return {"items": list(self.pages[number]), "next": f"t{number + 1}" if more else None}


def run(main):
    outcome = lab.calls(asyncio.run, main)
    if outcome.error is not None:
        raise outcome.error
    return outcome.value


def items_of(*pages):
    module = lab.load()

    async def main():
        source = module.all_items(Service(*pages).fetch)
        lab.true(hasattr(source, "__anext__"), f"all_items(fetch) gives {source!r}, which is no async generator.")
        return [it async for it in source]

    return run(main())


@lab.check("all_items gives the items of all pages")
def everything():
    found = items_of("ab", "c", "de")
    lab.equal(found, list("abcde"), call="the items", reply="first_page_only" if found == ["a", "b"] else None)


@lab.check("an empty page is not the end")
def empty_pages():
    found = items_of("", "ab", "", "c", "")
    lab.true(found == ["a", "b", "c"], f"The pages were '', 'ab', '', 'c' and '', and the items {found}.",
             reply="stops_at_empty")


@lab.check("a page is fetched only when it is needed")
def lazy():
    module = lab.load()
    service = Service("ab", "c", "d")

    async def main():
        source = module.all_items(service.fetch)
        seen = [(await anext(source), list(service.fetched)) for _ in range(3)]
        await source.aclose()
        return seen

    found = run(main())
    wanted = [("a", [0]), ("b", [0]), ("c", [0, 1])]
    lab.true(found == wanted, f"Item by item, with the pages fetched so far, it should be {wanted}, but it is "
             f"{found}.", reply="all_first")


class Source:
    """An async generator that notes how far it got and whether it was closed."""

    def __init__(self, n):
        self.n, self.asked, self.is_closed = n, 0, False

    async def values(self):
        try:
            for number in range(self.n):
                self.asked += 1
                await asyncio.sleep(0.005)
                yield number
        finally:
            await asyncio.sleep(0.005)
            self.is_closed = True


def first(n, source):
    module = lab.load()

    async def main():
        found = await module.first(n, source.values())
        return found, source.is_closed

    return run(main())


@lab.check("first gives the first n values, or all there are")
def gives():
    lab.equal(first(3, Source(10))[0], [0, 1, 2], call="first(3, ...) of ten values")
    lab.equal(first(3, Source(2))[0], [0, 1], call="first(3, ...) of two values")


@lab.check("first takes no more than it needs")
def no_more():
    source = Source(10)
    first(3, source)
    lab.true(source.asked <= 3, f"first(3, ...) asked for {source.asked} values.", reply="one_too_many")


@lab.check("when first is over, the generator is closed")
def closed():
    found, is_closed = first(2, Source(5))
    lab.true(is_closed, "After first(2, ...) the generator has not done its cleanup.", reply="left_open")

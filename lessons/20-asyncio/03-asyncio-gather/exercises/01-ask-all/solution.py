import asyncio


async def price_table(shops, ask):
    """Ask all shops at once; return a dictionary of prices, None for closed shops."""

    async def price_of(shop):
        try:
            return await ask(shop)
        except ConnectionError:
            return None

    prices = await asyncio.gather(*[price_of(shop) for shop in shops])
    return dict(zip(shops, prices))


async def demo(shop):
    await asyncio.sleep(0.1)
    if shop == "bolt":
        raise ConnectionError(shop)
    return len(shop) * 100


if __name__ == "__main__":
    print(asyncio.run(price_table(["acme", "bolt", "cornershop"], demo)))

import asyncio


async def price_table(shops, ask):
    """Ask all shops at once; return a dictionary of prices, None for closed shops."""
    # TODO: one at a time, and a closed shop ends it all.
    return {shop: await ask(shop) for shop in shops}


async def demo(shop):
    await asyncio.sleep(0.1)
    if shop == "bolt":
        raise ConnectionError(shop)
    return len(shop) * 100


if __name__ == "__main__":
    print(asyncio.run(price_table(["acme", "bolt", "cornershop"], demo)))

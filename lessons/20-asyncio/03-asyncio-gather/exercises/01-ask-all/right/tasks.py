import asyncio


async def price_table(shops, ask):
    tasks = {shop: asyncio.create_task(ask(shop)) for shop in shops}
    table = {}
    for shop, task in tasks.items():
        try:
            table[shop] = await task
        except ConnectionError:
            table[shop] = None
    return table

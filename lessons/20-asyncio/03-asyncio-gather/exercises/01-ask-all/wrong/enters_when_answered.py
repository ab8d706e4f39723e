# expect: order_of_answers
import asyncio


async def price_table(shops, ask):
    table = {}

    async def enter(shop):
        try:
            table[shop] = await ask(shop)
        except ConnectionError:
            table[shop] = None

    await asyncio.gather(*[enter(shop) for shop in shops])
    return table

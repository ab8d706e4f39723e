# expect: one_spoils_all
import asyncio


async def price_table(shops, ask):
    return dict(zip(shops, await asyncio.gather(*[ask(shop) for shop in shops])))

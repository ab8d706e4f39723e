# expect: hides_bugs
import asyncio


async def price_table(shops, ask):
    answers = await asyncio.gather(*[ask(shop) for shop in shops], return_exceptions=True)
    return {
        shop: None if isinstance(answer, Exception) else answer
        for shop, answer in zip(shops, answers)
    }

import asyncio


async def price_table(shops, ask):
    answers = await asyncio.gather(*map(ask, shops), return_exceptions=True)
    table = {}
    for shop, answer in zip(shops, answers):
        if isinstance(answer, ConnectionError):
            answer = None
        elif isinstance(answer, BaseException):
            raise answer
        table[shop] = answer
    return table

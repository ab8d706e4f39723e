import asyncio

import shop


async def total(number):
    customer = await shop.load_customer(number)
    prices = await asyncio.gather(*[shop.load_order(it) for it in customer["orders"]])
    return sum(prices)


def main(number):
    name = asyncio.run(shop.load_customer(number))["name"]
    cents = asyncio.run(total(number))
    return f"{name}: {cents // 100}.{cents % 100:02}"

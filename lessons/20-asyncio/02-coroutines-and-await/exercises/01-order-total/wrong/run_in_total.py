# expect: nested_run
import asyncio

import shop


async def total(number):
    customer = asyncio.run(shop.load_customer(number))
    cents = 0
    for order in customer["orders"]:
        cents += asyncio.run(shop.load_order(order))
    return cents


def main(number):
    name = asyncio.run(shop.load_customer(number))["name"]
    return f"{name}: {asyncio.run(total(number)) / 100:.2f}"

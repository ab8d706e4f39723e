import asyncio

from shop import load_customer, load_order


async def total(number):
    orders = (await load_customer(number))["orders"]
    return sum([await load_order(order) for order in orders])


def main(number):
    async def both():
        return await load_customer(number), await total(number)

    customer, cents = asyncio.run(both())
    return "%s: %.2f" % (customer["name"], cents / 100)

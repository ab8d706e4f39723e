# expect: not_awaited
import asyncio

import shop


async def total(number):
    """Return the sum of a customer's orders, in cents."""
    customer = shop.load_customer(number)
    cents = 0
    for order in customer["orders"]:
        cents += await shop.load_order(order)
    return cents


async def summary(number):
    customer = await shop.load_customer(number)
    return f"{customer['name']}: {await total(number) / 100:.2f}"


def main(number):
    """Return a line such as 'Ada: 42.50'."""
    return asyncio.run(summary(number))


if __name__ == "__main__":
    print(main(1))

"""The client of a shop's services."""

import asyncio

CUSTOMERS = {
    1: {"name": "Ada", "orders": [10, 11]},
    2: {"name": "Bob", "orders": []},
}
ORDERS = {10: 3000, 11: 1250}


async def load_customer(number):
    """Return a customer's name and order numbers."""
    await asyncio.sleep(0.01)
    return CUSTOMERS[number]


async def load_order(number):
    """Return the price of an order in cents."""
    await asyncio.sleep(0.01)
    return ORDERS[number]

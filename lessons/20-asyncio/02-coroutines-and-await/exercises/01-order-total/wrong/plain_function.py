# expect: plain_total
import asyncio

import shop


def total(number):
    return sum(shop.ORDERS[order] for order in shop.CUSTOMERS[number]["orders"])


def main(number):
    name = asyncio.run(shop.load_customer(number))["name"]
    return f"{name}: {total(number) / 100:.2f}"

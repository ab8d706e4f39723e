# expect: nothing_logged
"""The nightly price import."""
import logging

log = logging.getLogger("prices")


def parse_price(text):
    try:
        return int(text.strip())
    except ValueError:
        return None


def sale_price(prices, item, discount):
    try:
        price = prices[item]
    except KeyError:
        return None
    return price - discount(price)


def publish(prices, send):
    unsent = []
    for item, price in prices.items():
        try:
            send(item, price)
        except ConnectionError:
            unsent.append(item)
    return unsent

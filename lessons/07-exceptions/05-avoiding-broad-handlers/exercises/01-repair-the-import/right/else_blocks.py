"""The nightly price import."""
import logging

log = logging.getLogger("prices")


def parse_price(text):
    try:
        price = int(text.strip())
    except ValueError:
        price = None
    return price


def sale_price(prices, item, discount):
    try:
        price = prices[item]
    except KeyError:
        return None
    else:
        return price - discount(price)


def publish(prices, send):
    unsent = []
    for item, price in prices.items():
        try:
            send(item, price)
        except ConnectionError:
            unsent.append(item)
        except Exception as failure:
            logging.exception(f"{item}: {failure}")
            raise
    return unsent

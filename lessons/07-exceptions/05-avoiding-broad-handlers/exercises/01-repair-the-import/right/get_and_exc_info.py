"""The nightly price import."""
import logging

log = logging.getLogger("prices")


def parse_price(text):
    try:
        return int(text.strip())
    except ValueError:
        return None


def sale_price(prices, item, discount):
    if item not in prices:
        return None
    price = prices[item]
    return price - discount(price)


def publish(prices, send):
    unsent = []
    for item, price in prices.items():
        try:
            send(item, price)
        except ConnectionError:
            unsent.append(item)
        except Exception:
            log.error(f"{item} was not sent", exc_info=True)
            raise
    return unsent

"""The nightly price import."""
import logging

log = logging.getLogger("prices")


def parse_price(text):
    try:
        return int(text.strip())
    except:  # TODO
        return None


def sale_price(prices, item, discount):
    try:
        price = prices[item]
        return price - discount(price)
    except Exception:  # TODO
        return None


def publish(prices, send):
    unsent = []
    for item, price in prices.items():
        try:
            send(item, price)
        except:  # TODO
            unsent.append(item)
    return unsent


if __name__ == "__main__":
    prices = {"lamp": parse_price(" 40 "), "desk": parse_price("many")}
    print(prices, sale_price(prices, "lamp", lambda price: price // 10))
    print(publish(prices, print))

def tags(prices):
    return [
        "ask us" if price is None else "free" if price == 0 else format(price, ".2f")
        for price in prices
    ]


def reduced(prices, limit):
    return [price / 2 if price is not None and price > limit else price for price in prices]


def affordable(prices, limit):
    known = [price for price in prices if price is not None]
    return [price for price in known if not price > limit]

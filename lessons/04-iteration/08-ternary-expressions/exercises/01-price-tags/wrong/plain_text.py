# expect: wrong_format
def tags(prices):
    return ["ask us" if p is None else "free" if p == 0 else str(p) for p in prices]


def reduced(prices, limit):
    return [price if price is None or price <= limit else price / 2 for price in prices]


def affordable(prices, limit):
    return [price for price in prices if price is not None and price <= limit]

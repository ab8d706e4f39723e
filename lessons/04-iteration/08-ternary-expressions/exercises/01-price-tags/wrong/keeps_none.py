# expect: not_dropped
def tags(prices):
    return ["ask us" if p is None else "free" if p == 0 else f"{p:.2f}" for p in prices]


def reduced(prices, limit):
    return [price if price is None or price <= limit else price / 2 for price in prices]


def affordable(prices, limit):
    return [price if price is not None and price <= limit else None for price in prices]

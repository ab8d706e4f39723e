# expect: dropped
def tags(prices):
    return ["ask us" if p is None else "free" if p == 0 else f"{p:.2f}" for p in prices]


def reduced(prices, limit):
    return [price / 2 for price in prices if price is not None and price > limit]


def affordable(prices, limit):
    return [price for price in prices if price is not None and price <= limit]

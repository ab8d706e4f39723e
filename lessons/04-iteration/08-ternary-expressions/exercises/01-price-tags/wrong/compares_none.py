# expect: compared_none
def tags(prices):
    return ["ask us" if p is None else "free" if p == 0 else f"{p:.2f}" for p in prices]


def reduced(prices, limit):
    return [price / 2 if price > limit else price for price in prices]


def affordable(prices, limit):
    return [price for price in prices if price <= limit and price is not None]

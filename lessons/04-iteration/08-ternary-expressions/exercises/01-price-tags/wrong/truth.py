# expect: zero_is_missing
def tags(prices):
    return [f"{price:.2f}" if price else "ask us" for price in prices]


def reduced(prices, limit):
    return [price if price is None or price <= limit else price / 2 for price in prices]


def affordable(prices, limit):
    return [price for price in prices if price is not None and price <= limit]

def tags(prices):
    result = []
    for price in prices:
        if price is None:
            result.append("ask us")
        else:
            result.append("%.2f" % price if price else "free")
    return result


def reduced(prices, limit):
    result = list(prices)
    for i, price in enumerate(result):
        if price is not None and price > limit:
            result[i] = price / 2
    return result


def affordable(prices, limit):
    return list(filter(lambda price: price is not None and price <= limit, prices))

def tag(price):
    """Return the text for one price."""
    if price is None:
        return "ask us"
    return "free" if price == 0 else f"{price:.2f}"


def tags(prices):
    """Return the text for each price."""
    return list(map(tag, prices))


def reduced(prices, limit):
    """Return all prices, with those above the limit halved."""
    return [p if p is None or p <= limit else p / 2 for p in prices]


def affordable(prices, limit):
    """Return the known prices up to the limit."""
    return [p for p in prices if p is not None if p <= limit]

def tag(price):
    """Return the text for a price."""
    if price is None:
        return "ask us"
    return f"{price:.2f}" if price != 0 else "free"


def tags(prices):
    """Return the text for each price."""
    return [tag(price) for price in prices]


def reduced(prices, limit):
    """Return all prices, with those above the limit halved."""
    return [price if price is None or price <= limit else price / 2 for price in prices]


def affordable(prices, limit):
    """Return the known prices up to the limit."""
    return [price for price in prices if price is not None and price <= limit]


if __name__ == "__main__":
    print(tags([9.5, None, 0]))
    print(reduced([9.5, None, 100], 50))
    print(affordable([9.5, None, 100], 50))

def tags(prices):
    """Return the text for each price."""
    return [f"{price:.2f}" if price else "ask us" for price in prices]  # TODO


def reduced(prices, limit):
    """Return all prices, with those above the limit halved."""
    # TODO


def affordable(prices, limit):
    """Return the known prices up to the limit."""
    # TODO


if __name__ == "__main__":
    print(tags([9.5, None, 0]))
    print(reduced([9.5, None, 100], 50))
    print(affordable([9.5, None, 100], 50))

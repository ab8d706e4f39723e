def duplicate(order):
    """Return a copy with lines of its own and the same customer."""
    return order  # TODO


if __name__ == "__main__":
    print(duplicate({"customer": object(), "lines": [{"sku": "lamp", "count": 1}]}))

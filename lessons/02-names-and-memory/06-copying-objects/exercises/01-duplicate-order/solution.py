def duplicate(order):
    """Return a copy with lines of its own and the same customer."""
    return {**order, "lines": [dict(line) for line in order["lines"]]}


if __name__ == "__main__":
    print(duplicate({"customer": object(), "lines": [{"sku": "lamp", "count": 1}]}))

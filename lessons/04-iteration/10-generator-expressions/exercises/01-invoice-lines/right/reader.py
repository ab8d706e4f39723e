def total(lines):
    """Return the sum of count times price."""
    return sum(count * price for name, count, price in lines)


def all_in_stock(names, is_in_stock):
    """Say whether all items are in stock."""
    return not any(not is_in_stock(name) for name in names)


def csv_line(values):
    """Return the values as one text, with semicolons between them."""
    return ";".join(f"{value}" for value in values)


def longest(words):
    """Return the length of the longest word."""
    return max((len(word) for word in words), default=0)

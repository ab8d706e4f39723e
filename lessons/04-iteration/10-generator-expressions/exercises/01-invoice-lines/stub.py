def total(lines):
    """Return the sum of count times price."""
    return sum([price for _, _, price in lines])  # TODO


def all_in_stock(names, is_in_stock):
    """Say whether all items are in stock."""
    return all([is_in_stock(name) for name in names])  # TODO


def csv_line(values):
    """Return the values as one text, with semicolons between them."""
    return ";".join(values)  # TODO


def longest(words):
    """Return the length of the longest word."""
    return max([len(word) for word in words])  # TODO


if __name__ == "__main__":
    print(total([("tea", 3, 2.5), ("cup", 1, 8.0)]))

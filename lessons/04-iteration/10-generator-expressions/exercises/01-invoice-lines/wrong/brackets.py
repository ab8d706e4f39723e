# expect: asks_all
def total(lines):
    return sum(count * price for _, count, price in lines)


def all_in_stock(names, is_in_stock):
    return all([is_in_stock(name) for name in names])


def csv_line(values):
    return ";".join(str(value) for value in values)


def longest(words):
    return max((len(word) for word in words), default=0)

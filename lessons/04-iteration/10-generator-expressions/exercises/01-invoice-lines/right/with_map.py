def total(lines):
    amounts = (count * price for name, count, price in lines)
    return sum(amounts)


def all_in_stock(names, is_in_stock):
    return next((False for name in names if not is_in_stock(name)), True)


def csv_line(values):
    return ";".join(map(str, values))


def longest(words):
    return max(map(len, words), default=0)

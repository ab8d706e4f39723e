def total(lines):
    return sum((line[1] * line[2] for line in lines), 0)


def all_in_stock(names, is_in_stock):
    return not any(not is_in_stock(name) for name in names)


def csv_line(values):
    return ";".join(f"{value}" for value in values)


def longest(words):
    return len(max((word for word in words), key=len, default=""))

def import_stock(rows):
    """Return the stock as a dictionary, and a list of problems."""
    stock = {}
    problems = []
    for item, quantity in rows:
        stock[item] = int(quantity)  # TODO: one bad row should not end the import
    return stock, problems


if __name__ == "__main__":
    print(import_stock([("lamp", "4"), ("desk", "two"), ("chair", "12")]))

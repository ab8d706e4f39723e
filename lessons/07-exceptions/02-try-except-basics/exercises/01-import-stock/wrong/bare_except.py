# expect: catches_everything
def import_stock(rows):
    stock = {}
    problems = []
    for item, quantity in rows:
        try:
            stock[item] = int(quantity)
        except Exception as error:
            problems.append(f"{item}: {error}")
    return stock, problems

# expect: try_around_loop
def import_stock(rows):
    stock = {}
    problems = []
    try:
        for item, quantity in rows:
            stock[item] = int(quantity)
    except ValueError as error:
        problems.append(f"{item}: {error}")
    return stock, problems

# expect: keeps_the_object
def import_stock(rows):
    stock = {}
    problems = []
    for item, quantity in rows:
        try:
            stock[item] = int(quantity)
        except ValueError as error:
            problems.append(error)
    return stock, problems

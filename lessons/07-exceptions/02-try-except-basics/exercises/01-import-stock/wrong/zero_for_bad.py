# expect: invents_a_quantity
def import_stock(rows):
    stock = {}
    problems = []
    for item, quantity in rows:
        try:
            number = int(quantity)
        except ValueError as error:
            number = 0
            problems.append(f"{item}: {error}")
        stock[item] = number
    return stock, problems

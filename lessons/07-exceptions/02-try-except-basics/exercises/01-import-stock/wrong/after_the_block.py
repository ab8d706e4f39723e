# expect: used_after_block
def import_stock(rows):
    stock = {}
    problems = []
    for item, quantity in rows:
        failed = False
        try:
            stock[item] = int(quantity)
        except ValueError as error:
            failed = True
        if failed:
            problems.append(f"{item}: {error}")
    return stock, problems

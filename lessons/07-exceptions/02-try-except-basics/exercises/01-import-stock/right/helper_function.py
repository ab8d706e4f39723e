def add_row(stock, item, quantity):
    """Add one row; return the sentence that describes its problem, or None."""
    problem = None
    try:
        stock[item] = int(quantity)
    except ValueError as error:
        problem = "{}: {}".format(item, error)
    return problem


def import_stock(rows):
    stock = {}
    outcomes = [add_row(stock, item, quantity) for item, quantity in rows]
    return stock, [problem for problem in outcomes if problem is not None]

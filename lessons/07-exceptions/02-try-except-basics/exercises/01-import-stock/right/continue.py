def import_stock(rows):
    stock = {}
    problems = []
    for row in rows:
        try:
            number = int(row[1])
        except ValueError as error:
            problems.append(row[0] + ": " + str(error))
            continue
        stock[row[0]] = number
    return stock, problems

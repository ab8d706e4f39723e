# expect: line_shared
def duplicate(order):
    again = dict(order)
    again["lines"] = order["lines"][:]
    return again

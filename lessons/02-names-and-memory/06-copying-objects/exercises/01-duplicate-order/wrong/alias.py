# expect: alias
def duplicate(order):
    again = order
    return again

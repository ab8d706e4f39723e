# expect: lines_shared
def duplicate(order):
    return order.copy()

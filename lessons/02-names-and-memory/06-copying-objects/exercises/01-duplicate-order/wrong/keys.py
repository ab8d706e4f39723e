# expect: entries_lost
def duplicate(order):
    return {"customer": order["customer"], "lines": [dict(line) for line in order["lines"]]}

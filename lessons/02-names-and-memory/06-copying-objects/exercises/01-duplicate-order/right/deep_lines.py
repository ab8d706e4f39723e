import copy


def duplicate(order):
    again = copy.copy(order)
    again["lines"] = copy.deepcopy(order["lines"])
    return again

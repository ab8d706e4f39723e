import copy


def duplicate(order):
    customer = order["customer"]
    return copy.deepcopy(order, {id(customer): customer})

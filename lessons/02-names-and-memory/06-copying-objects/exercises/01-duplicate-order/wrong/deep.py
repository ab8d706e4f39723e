# expect: customer_copied
import copy


def duplicate(order):
    return copy.deepcopy(order)

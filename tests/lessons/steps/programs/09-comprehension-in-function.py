# One of the programs whose recording is compared: comprehension in function.
def doubled(items, by):
    result = [item * by for item in items]
    return result


out = doubled([1, 2], 3)

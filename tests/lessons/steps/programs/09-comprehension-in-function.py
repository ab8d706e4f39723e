def doubled(items, by):
    result = [item * by for item in items]
    return result


out = doubled([1, 2], 3)

"""Copies that keep their inner sharing."""


def duplicate(value, memo=None):
    memo = {} if memo is None else memo
    if id(value) in memo:
        return memo[id(value)]
    match value:
        case set():
            memo[id(value)] = result = value.copy()
        case list():
            memo[id(value)] = result = []
            for it in value:
                result.append(duplicate(it, memo))
        case dict():
            memo[id(value)] = result = {}
            for key, it in value.items():
                result[key] = duplicate(it, memo)
        case tuple():
            result = tuple([duplicate(it, memo) for it in value])
        case _:
            result = value
    return result

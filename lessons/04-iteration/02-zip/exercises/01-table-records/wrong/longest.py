# expect: filled_up
from itertools import zip_longest


def records(header, rows):
    names = list(header)
    return [dict(zip_longest(names, row)) for row in rows]

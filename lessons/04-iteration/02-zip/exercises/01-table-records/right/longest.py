from itertools import zip_longest

MISSING = object()


def records(header, rows):
    names = list(header)
    result = []
    for number, row in enumerate(rows):
        record = {}
        for name, field in zip_longest(names, row, fillvalue=MISSING):
            if name is MISSING or field is MISSING:
                raise ValueError(f"wrong length in row {number + 1}")
            record[name] = field
        result.append(record)
    return result

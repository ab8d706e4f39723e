# expect: which_row
def records(header, rows):
    names = list(header)
    return [dict(zip(names, row, strict=True)) for row in rows]

# expect: silent_loss
def records(header, rows):
    names = list(header)
    return [dict(zip(names, row)) for row in rows]

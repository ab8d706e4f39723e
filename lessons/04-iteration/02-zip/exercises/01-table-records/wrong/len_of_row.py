# expect: row_has_no_len
def records(header, rows):
    names = list(header)
    result = []
    for number, row in enumerate(rows, start=1):
        if len(row) != len(names):
            raise ValueError(f"row {number} has a wrong length")
        result.append(dict(zip(names, row)))
    return result

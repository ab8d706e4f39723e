# expect: header_used_up
def records(header, rows):
    result = []
    for number, row in enumerate(rows, start=1):
        try:
            result.append(dict(zip(header, row, strict=True)))
        except ValueError as error:
            raise ValueError(f"row {number}: {error}") from error
    return result

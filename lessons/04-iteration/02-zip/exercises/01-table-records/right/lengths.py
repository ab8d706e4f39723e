def records(header, rows):
    names = tuple(header)
    result = []
    for number, row in enumerate(rows, 1):
        fields = tuple(row)
        if len(fields) != len(names):
            raise ValueError(f"row {number}: {len(fields)} fields")
        result.append(dict(zip(names, fields)))
    return result

def records(header, rows):
    """Return one dictionary for each row, with the header's names as keys."""
    names = tuple(header)
    result = []
    for number, row in enumerate(rows, start=1):
        try:
            result.append(dict(zip(names, row, strict=True)))
        except ValueError as error:
            raise ValueError(f"The header does not fit row #{number}.") from error
    return result

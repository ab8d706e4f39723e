def records(header, rows):
    """Return one dictionary for each row, with the header's names as keys."""
    names = list(header)
    result = []
    for number, row in enumerate(rows, start=1):
        try:
            result.append(dict(zip(names, row, strict=True)))
        except ValueError as error:
            raise ValueError(f"row {number} does not fit the header: {error}") from error
    return result


if __name__ == "__main__":
    print(records(["name", "age"], [["Ada", 36], ["Linus", 55]]))

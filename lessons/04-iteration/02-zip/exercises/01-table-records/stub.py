def records(header, rows):
    """Return one dictionary for each row, with the header's names as keys."""
    result = []
    for row in rows:
        result.append(zip(header, row))  # TODO: a dictionary; rows of the wrong length
    return result


if __name__ == "__main__":
    print(records(["name", "age"], [["Ada", 36], ["Linus", 55]]))

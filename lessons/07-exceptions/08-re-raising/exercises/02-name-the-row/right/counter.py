def read_counts(rows):
    counts = {}
    number = 0
    try:
        for item, text in rows:
            number += 1
            counts[item] = int(text)
    except BaseException as error:
        error.add_note("row " + str(number) + ": " + item)
        raise
    return counts

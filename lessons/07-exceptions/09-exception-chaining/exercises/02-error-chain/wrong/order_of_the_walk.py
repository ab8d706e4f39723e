# expect: newest_first
def chain(error):
    found = []
    while error is not None:
        found.append(error)
        if error.__cause__ is not None:
            error = error.__cause__
        elif error.__suppress_context__:
            error = None
        else:
            error = error.__context__
    return found


def headline(error):
    return " < ".join(f"{type(link).__name__}: {link}" for link in chain(error))

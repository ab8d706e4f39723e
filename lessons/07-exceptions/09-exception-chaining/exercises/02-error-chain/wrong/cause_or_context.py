# expect: shows_suppressed
def chain(error):
    found = []
    while error is not None:
        found.insert(0, error)
        error = error.__cause__ or error.__context__
    return found


def headline(error):
    return " < ".join(f"{type(link).__name__}: {link}" for link in chain(error))

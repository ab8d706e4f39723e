# expect: follows_cause_only
def chain(error):
    found = []
    while error is not None:
        found.insert(0, error)
        error = error.__cause__
    return found


def headline(error):
    return " < ".join(f"{type(link).__name__}: {link}" for link in chain(error))

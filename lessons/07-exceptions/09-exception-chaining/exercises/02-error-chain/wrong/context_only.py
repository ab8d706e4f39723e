# expect: follows_context_only
def chain(error):
    found = []
    while error is not None:
        found.append(error)
        if error.__suppress_context__ and error.__cause__ is None:
            break
        error = error.__context__
    return found[::-1]


def headline(error):
    return " < ".join(f"{type(link).__name__}: {link}" for link in chain(error))

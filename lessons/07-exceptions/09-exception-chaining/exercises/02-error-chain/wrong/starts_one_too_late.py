# expect: leaves_self_out
def step(error):
    if error.__cause__ or error.__suppress_context__:
        return error.__cause__
    return error.__context__


def chain(error):
    found = []
    while (error := step(error)) is not None:
        found.append(error)
    found.reverse()
    return found


def headline(error):
    return " < ".join(f"{type(link).__name__}: {link}" for link in chain(error))

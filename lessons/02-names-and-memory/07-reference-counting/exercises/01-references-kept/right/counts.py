from sys import getrefcount


def references_kept(call, thing):
    counts = [getrefcount(thing)]
    call(thing)
    counts.append(getrefcount(thing))
    return counts[1] - counts[0]

# expect: pairs_only
def alias_groups(namespace):
    names = sorted(namespace)
    return [
        [one, other]
        for index, one in enumerate(names)
        for other in names[index + 1:]
        if namespace[one] is namespace[other]
    ]

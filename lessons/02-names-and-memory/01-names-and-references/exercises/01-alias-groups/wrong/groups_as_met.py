# expect: unsorted
def alias_groups(namespace):
    names_of = {}
    for name, thing in namespace.items():
        names_of.setdefault(id(thing), []).append(name)
    return [sorted(names) for names in names_of.values() if len(names) > 1]

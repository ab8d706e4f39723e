# expect: keeps_singles
def alias_groups(namespace):
    groups = {}
    for name, thing in namespace.items():
        groups.setdefault(id(thing), []).append(name)
    return sorted(sorted(names) for names in groups.values())

# expect: unhashable
def alias_groups(namespace):
    groups = {}
    for name, thing in namespace.items():
        groups.setdefault(thing, []).append(name)
    return sorted(sorted(names) for names in groups.values() if len(names) > 1)

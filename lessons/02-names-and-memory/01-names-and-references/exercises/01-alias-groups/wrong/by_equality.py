# expect: equality
def alias_groups(namespace):
    groups = []
    for name, thing in namespace.items():
        for known, names in groups:
            if known == thing:
                names.append(name)
                break
        else:
            groups.append((thing, [name]))
    return sorted(sorted(names) for _, names in groups if len(names) > 1)

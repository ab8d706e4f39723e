from collections import defaultdict


def alias_groups(namespace):
    names_of = defaultdict(list)
    for name in sorted(namespace):
        names_of[id(namespace[name])].append(name)
    return [names for names in names_of.values() if names[1:]]

from collections import defaultdict


def alias_groups(namespace):
    """Return the sorted groups of names that point at one object."""
    groups = defaultdict(list)
    for name in sorted(namespace):
        groups[id(namespace[name])].append(name)
    return sorted(names for names in groups.values() if len(names) > 1)

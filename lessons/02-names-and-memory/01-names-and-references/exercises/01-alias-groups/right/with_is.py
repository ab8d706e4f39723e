def alias_groups(namespace):
    groups = []
    for name in sorted(namespace):
        for group in groups:
            if namespace[group[0]] is namespace[name]:
                group.append(name)
                break
        else:
            groups.append([name])
    return [group for group in groups if len(group) > 1]

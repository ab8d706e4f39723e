def alias_groups(namespace):
    """Return the sorted groups of names that point at one object."""
    names_of = {}
    for name, thing in namespace.items():
        names_of.setdefault(id(thing), []).append(name)
    return sorted(sorted(names) for names in names_of.values() if len(names) > 1)


if __name__ == "__main__":
    cart = ["lamp"]
    print(alias_groups({"mine": cart, "ours": cart, "yours": ["lamp"]}))

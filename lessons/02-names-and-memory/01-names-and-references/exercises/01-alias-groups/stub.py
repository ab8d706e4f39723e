def alias_groups(namespace):
    """Return the sorted groups of names that point at one object."""
    return []  # TODO


if __name__ == "__main__":
    cart = ["lamp"]
    print(alias_groups({"mine": cart, "ours": cart, "yours": ["lamp"]}))

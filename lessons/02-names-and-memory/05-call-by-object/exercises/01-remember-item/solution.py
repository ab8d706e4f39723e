def remember(item, history=(), limit=3):
    """Return a new list of the latest items."""
    longer = [*history, item]
    too_many = max(0, len(longer) - limit)
    return longer[too_many:]


if __name__ == "__main__":
    print(remember("d", ["a", "b", "c"]))
    print(remember("a"))
    print(remember("b"))

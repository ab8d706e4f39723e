def remember(item, history=[], limit=3):
    """Return a new list of the latest items."""
    history.append(item)  # TODO: whose list is that?
    return history


if __name__ == "__main__":
    print(remember("d", ["a", "b", "c"]))
    print(remember("a"))
    print(remember("b"))

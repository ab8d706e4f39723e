class Store:
    """Values by their keys."""

    # TODO: an abstract base class


class MemoryStore(Store):
    """A store in a dictionary."""

    # TODO


class PrefixStore(Store):
    """The part of another store whose keys begin with a prefix."""

    # TODO

if __name__ == "__main__":
    store = MemoryStore()
    PrefixStore(store, "tmp.").put("a", 1)
    print(list(store.keys()))

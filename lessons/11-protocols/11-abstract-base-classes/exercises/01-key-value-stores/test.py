"""Checks for key-value-stores: the interface with a store of the checks, then the two stores."""
import lab


def listing(main):
    """A store of our own, in a list of pairs, that has the three methods only."""

    class Listing(main.Store):
        def __init__(self):
            self.pairs = []

        def get(self, key):
            for it, value in self.pairs:
                if it == key:
                    return value
            raise KeyError(key)

        def put(self, key, value):
            self.pairs = [pair for pair in self.pairs if pair[0] != key] + [(key, value)]

        def keys(self):
            return (key for key, _ in self.pairs)

    outcome = lab.calls(Listing)
    lab.true(outcome.error is None, f"A complete subclass of Store: {outcome.error!r}.", reply="too_abstract")
    return outcome.value


@lab.check("1: an incomplete store cannot be made")
def abstract():
    main = lab.load()
    methods = {name: lambda self, *args: None for name in ("get", "put", "keys")}
    lab.true(isinstance(lab.calls(main.Store).error, TypeError), "Store() made an object.", reply="not_abstract")
    for missing in methods:
        some = {name: method for name, method in methods.items() if name != missing}
        outcome = lab.calls(type("Incomplete", (main.Store,), some))
        lab.true(isinstance(outcome.error, TypeError), f"A subclass without {missing} made an object.",
                 reply="not_abstract")


@lab.check("2: a complete store gets get_or and in")
def shared():
    store = listing(lab.load())
    store.put("a", 0)
    lab.equal(store.get_or("a", 5), 0, call="get_or of a key with the value 0", reply="swallows_default")
    lab.equal(store.get_or("b", 5), 5, call="get_or of a missing key")
    store.put("n", None)
    lab.equal(("a" in store, "n" in store, "b" in store), (True, True, False),
              call="('a' in store, 'n' in store, 'b' in store), where 'n' has the value None,")


@lab.check("2: copy_to copies between any two stores")
def copies():
    main = lab.load()
    first, second = listing(main), listing(main)
    first.put("a", 1)
    first.put("b", 2)
    second.put("b", 0)
    outcome = lab.calls(first.copy_to, second)
    lab.true(outcome.error is None, f"copy_to raised {outcome.error!r}.", reply="copies_only_itself")
    lab.equal(sorted(second.pairs), [("a", 1), ("b", 2)], call="the other store after copy_to")


@lab.check("3: a MemoryStore keeps what it is given")
def memory():
    main = lab.load()
    store, other = main.MemoryStore(), main.MemoryStore()
    lab.true(isinstance(store, main.Store), "A MemoryStore should be a Store.")
    store.put("a", 1)
    store.put("a", 2)
    lab.equal(store.get("a"), 2, call="the value of a key that was put twice")
    lab.raises(KeyError, store.get, "b")
    lab.equal((list(store.keys()), list(other.keys())), (["a"], []), call="the keys of two stores")


@lab.check("4: a PrefixStore is a view of a part of another store")
def prefix():
    main = lab.load()
    inner = listing(main)
    inner.put("x", 1)
    inner.put("my tmp.x", 1)
    view = main.PrefixStore(inner, "tmp.")
    view.put("a", 2)
    inner.put("tmp.b", 3)
    lab.true(("tmp.a", 2) in inner.pairs, f"After view.put('a', 2), the inner store holds {inner.pairs}.",
             reply="own_dictionary")
    lab.equal((view.get("a"), lab.calls(view.get, "b").value), (2, 3), call="the values of a and b",
              reply="own_dictionary")
    lab.raises(KeyError, view.get, "x")
    lab.equal(sorted(view.keys()), ["a", "b"], call="the keys of the view", reply="foreign_keys")
    lab.equal(("a" in view, "x" in view), (True, False), call="('a' in view, 'x' in view)", reply="foreign_keys")
    inner.put("tmp.map.tmp.c", 4)
    lab.equal(sorted(view.keys()), ["a", "b", "map.tmp.c"], call="the keys of the view", reply="cut_key")

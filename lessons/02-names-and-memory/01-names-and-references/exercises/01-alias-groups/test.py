"""Checks for alias-groups."""
import lab


def groups(namespace):
    outcome = lab.calls(lab.load().alias_groups, namespace)
    if isinstance(outcome.error, TypeError) and "hash" in str(outcome.error):
        lab.fail(f"alias_groups({namespace!r}) raised {outcome.error!r}.", reply="unhashable")
    lab.true(outcome.error is None, f"alias_groups({namespace!r}) raised {outcome.error!r}.")
    value = outcome.value
    if isinstance(value, list) and any(len(group) < 2 for group in value):
        lab.fail(f"alias_groups({namespace!r}) returned {value!r}.", reply="keeps_singles")
    return value


@lab.check("two names of one object form a group, sorted")
def one_pair():
    cart = ["lamp"]
    namespace = {"ours": cart, "mine": cart, "count": 3}
    lab.equal(groups(namespace), [["mine", "ours"]], call=f"alias_groups({namespace!r})")


@lab.check("equal objects that are not the same one stay apart")
def equal_objects():
    cart = ["lamp"]
    namespace = {"mine": cart, "yours": ["lamp"], "one": 1, "yes": True, "ours": cart}
    lab.equal(groups(namespace), [["mine", "ours"]],
              call="alias_groups of two equal lists, one of them with two names", reply="equality")


@lab.check("a group may have many names, and there may be many groups")
def many():
    first, second = [], {}
    namespace = {"z": second, "c": first, "b": first, "a": first, "y": second}
    found, expected = groups(namespace), [["a", "b", "c"], ["y", "z"]]
    reply = None
    if isinstance(found, list) and len(found) > 2:
        reply = "pairs_only"
    elif isinstance(found, list) and sorted(map(sorted, found)) == expected:
        reply = "unsorted"
    lab.equal(found, expected, call="alias_groups with a list of three names and a dictionary of two", reply=reply)

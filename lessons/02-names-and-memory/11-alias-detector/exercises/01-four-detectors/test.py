"""Checks for four-detectors, one or two for each step."""

import gc
import weakref

import lab


class Thing:
    """Can be referred to weakly."""


class Empty(Thing):
    def __len__(self):
        return 0


def told(value, wanted, reply=None):
    """Check shared(value) by identity."""
    outcome = lab.calls(lab.load("aliases").shared, value)
    if isinstance(outcome.error, RecursionError):
        lab.fail("shared() ends in a RecursionError for a structure with a cycle.", reply="endless")
    if outcome.error is not None:
        raise outcome.error
    found = [id(it) for it in outcome.value]
    lab.true(found == [id(it) for it in wanted], f"shared({value!r}) should give {wanted!r}, but it gave {outcome.value!r}.",
             reply=reply)


@lab.check("Step 1: shared lists, dictionaries and sets are found by identity")
def aliases():
    a, b, c = [1], {"k": 1}, {1}
    told([], [])
    told([a, [1], [1]], [], "by_equality")
    told([[a], [1], {"x": a}], [a], "by_equality")
    told({"c": c, "b": b, "again": [b, c, c]}, [c, b])
    told(["same", "same", None, None], [])


@lab.check("Step 1: tuples are walked, cycles are no problem")
def tuples_and_cycles():
    ring = ["start"]
    ring.append(ring)
    told(ring, [ring])
    told({"ring": [ring], "other": {}}, [ring])
    a = [1]
    told([(a, 2), ((a,),)], [a], "tuples_skipped")


@lab.check("Step 2: the copy has new containers, and keeps all else")
def copies():
    duplicate = lab.load("copying").duplicate
    thing = Thing()
    value = {"a": [1, thing, ("t", [2])], "b": {3, 4}, "c": {}}
    copy = duplicate(value)
    lab.equal(copy == value, True, call="Whether the copy equals the original")
    for mine, theirs in ((copy, value), (copy["a"], value["a"]), (copy["a"][2][1], value["a"][2][1]), (copy["b"], value["b"]),
                         (copy["c"], value["c"])):
        lab.true(mine is not theirs, f"{theirs!r} in the copy is the object of the original.")
    lab.true(copy["a"][1] is thing, "An object of another class should be the same in the copy.")


@lab.check("Step 2: what was one object is one in the copy")
def copies_shape():
    duplicate = lab.load("copying").duplicate
    a = [1]
    outcome = lab.calls(duplicate, {"x": a, "y": (a, [a])})
    if outcome.error is not None:
        raise outcome.error
    copy = outcome.value
    lab.true(copy["x"] is copy["y"][0] is copy["y"][1][0], f"One list, reached in three ways, has come apart: {copy!r}.",
             reply="comes_apart")
    ring = ["start"]
    ring.append({"back": ring})
    outcome = lab.calls(duplicate, ring)
    lab.true(outcome.error is None and outcome.value is not ring and outcome.value[1]["back"] is outcome.value,
             f"A list that contains itself gave {outcome.error or 'another structure'!r}.", reply="comes_apart")


@lab.check("Step 3: a living object is found again, a dead one is made anew")
def cache():
    made = []

    def make(key):
        made.append(key)
        return Empty() if key == "empty" else Thing()

    store = lab.load("cache").Cache(make)
    first, empty = store.get("a"), store.get("empty")
    lab.true(store.get("a") is first, "get('a') twice gave two objects, although the first was alive.")
    lab.true(store.get("empty") is empty, "A living object whose length is 0 was made a second time.", reply="false_object")
    ref = weakref.ref(first)
    del first
    gc.collect()
    lab.true(ref() is None, "Nobody but the cache refers to the object, and it is alive.", reply="keeps_alive")
    again = store.get("a")
    lab.equal((type(again) is Thing, made), (True, ["a", "empty", "a"]), call="A new object, and the keys that were made")


def ring():
    thing = Thing()
    thing.itself = thing
    return thing


@lab.check("Step 4: fate tells how an object ends")
def fates():
    fate = lab.load("fate").fate
    kept = Thing()
    for make, wanted in ((Thing, "at once"), (ring, "collector"), (lambda: kept, "kept"), (lambda: [ring()][0], "collector")):
        found = fate(make)
        lab.true(found == wanted, f"The object should end as {wanted!r}, but fate() says {found!r}.",
                 reply="holds_it" if found == "kept" else None)


@lab.check("Step 4: afterward the collector is as before")
def collector():
    fate = lab.load("fate").fate
    try:
        for switch, wanted in ((gc.enable, True), (gc.disable, False)):
            for make in (Thing, ring, lambda: 1 / 0):
                switch()
                lab.calls(fate, make)
                lab.true(gc.isenabled() is wanted, f"Before fate(), gc.isenabled() was {wanted}, and after it {gc.isenabled()}.",
                         reply="collector_off")
    finally:
        gc.enable()

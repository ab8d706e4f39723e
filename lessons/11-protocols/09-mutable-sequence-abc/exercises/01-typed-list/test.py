"""Checks for typed-list: every door, slices, equality."""
import lab

from collections.abc import MutableSequence


def typed(kind=int, items=(1, 2, 3)):
    outcome = lab.calls(lab.load().TypedList, kind, items)
    lab.true(outcome.error is None, f"TypedList({kind.__name__}, {items}) raised {outcome.error!r}.",
             reply="missing_methods")
    return outcome.value


@lab.check("1: it is a MutableSequence and has the methods of one")
def methods():
    made = typed()
    lab.true(isinstance(made, MutableSequence) and not isinstance(made, list),
             "A TypedList should be a MutableSequence, and no list.", reply="missing_methods")
    made.append(4)
    made.insert(0, 9)
    made.remove(2)
    made.reverse()
    made += [7]
    made.extend(iter([8]))
    del made[0]
    found = (list(made), made.pop(), made.index(9), made.count(1), 3 in made, len(made))
    lab.equal(found, ([3, 1, 9, 7, 8], 8, 2, 1, True, 4), call="the list after some calls, and answers about it")
    for kind, items in ((int, [1, True]), (object, [1, "a", None])):
        outcome = lab.calls(lab.load().TypedList, kind, items)
        lab.true(outcome.error is None, f"TypedList({kind.__name__}, {items}) raised {outcome.error!r}, and all of "
                 "these are instances of that class.")


def doors(made):
    def assign():
        made[0] = "x"

    def add():
        nonlocal made
        made += ["x"]
    return [("append", lambda: made.append("x")), ("insert", lambda: made.insert(0, "x")), ("+=", add),
            ("extend", lambda: made.extend(["x"])), ("assignment", assign)]


@lab.check("2: an item of another kind comes in by no door")
def guarded():
    made = typed()
    for name, action in doors(made):
        outcome = lab.calls(action)
        lab.true(isinstance(outcome.error, TypeError) and "x" not in list(made),
                 f"By {name}, 'x' came into a list of ints, or there was {outcome.error!r}.", reply="open_door")
        lab.true("'x'" in str(outcome.error), f"The message is {str(outcome.error)!r}.", reply="unnamed_item")
    main = lab.load()
    lab.true(isinstance(lab.calls(main.TypedList, int, [1, "x"]).error, TypeError),
             "TypedList(int, [1, 'x']) was accepted.", reply="open_door")


@lab.check("3: a slice is a list of the same kind")
def slices():
    made = typed(items=range(6))
    for part, expected in [(slice(1, 3), [1, 2]), (slice(None, None, -2), [5, 3, 1]), (slice(9, 10), [])]:
        found = lab.calls(lambda: made[part]).value
        lab.true(type(found) is type(made), f"made[{part}] is {found!r}.", reply="plain_slice")
        lab.true(isinstance(lab.calls(found.append, "x").error, TypeError), f"made[{part}] accepts 'x'.")
        lab.equal(list(found), expected, call=f"made[{part}]")
    lab.equal((made[0], made[-1]), (0, 5), call="(made[0], made[-1])")


def assign(made, part, items):
    def action():
        made[part] = items
    return lab.calls(action)


@lab.check("3: a slice is assigned as a whole or not at all")
def slice_assignment():
    made = typed()
    outcome = assign(made, slice(1, 2), iter([7, 8]))
    lab.true(outcome.error is None and list(made) == [1, 7, 8, 3], f"made[1:2] = iter([7, 8]) gave "
             f"{outcome.error or list(made)!r}.", reply="used_up" if list(made) == [1, 3] else "slice_door")
    outcome = assign(made, slice(0, 2), [5, "x"])
    lab.true(isinstance(outcome.error, TypeError) and "x" not in list(made), f"made[0:2] = [5, 'x'] gave "
             f"{outcome.error or list(made)!r}.", reply="slice_door")
    lab.equal(list(made), [1, 7, 8, 3], call="the list after a refused slice", reply="half_done")


@lab.check("4: typed lists are equal by kind and items")
def equality():
    main = lab.load()
    first = main.TypedList(int, [1, 2])
    for other, expected in [(main.TypedList(int, [1, 2]), True), (main.TypedList(int, [2, 1]), False),
                            (main.TypedList(object, [1, 2]), False), ([1, 2], False)]:
        lab.equal(first == other, expected, call=f"TypedList(int, [1, 2]) == {type(other).__name__} {list(other)}",
                  reply="no_equality")

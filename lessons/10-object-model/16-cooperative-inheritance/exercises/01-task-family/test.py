"""Checks for task-family."""

import itertools

import lab

VALUES = {"title": "Call", "tags": ["home"], "day": 3}


@lab.check("a Task has a title, tags and a day")
def made():
    task = lab.load().Task(**VALUES)
    lab.equal(task.made, 1, call="the number of times that Part.__init__ ran", reply="named_parent")
    found = [vars(task).get("title"), list(vars(task).get("tags", ())), vars(task).get("day")]
    lab.equal(found, ["Call", ["home"], 3], call="title, tags and day", reply="chain_cut")


@lab.check("the parts work in any order, also with a new one")
def orders():
    main = lab.load()

    class Owned(main.Part):
        def __init__(self, *, owner, **rest):
            super().__init__(**rest)
            self.owner = owner

    for bases in itertools.permutations([main.Titled, main.Tagged, main.Dated, Owned]):
        row = ", ".join(base.__name__ for base in bases)
        thing = lab.calls(type("Thing", bases, {}), **VALUES, owner="Ada")
        lab.true(thing.error is None and "owner" in vars(thing.value), f"With the bases {row}, "
                 f"{thing.error or 'the owner was not set'}.", reply="chain_cut")
        lab.equal(thing.value.made, 1, call=f"Part.__init__ ran, with the bases {row}: the number", reply="named_parent")


@lab.check("an argument that nobody knows is a TypeError")
def unknown():
    outcome = lab.calls(lab.load().Task, **VALUES, dya=4)
    lab.true(isinstance(outcome.error, TypeError), "Task(..., dya=4) was accepted.", reply="swallowed")


@lab.check("tags are optional, and each object has its own set")
def tags():
    main = lab.load()
    given = {"a"}
    one, two = (main.Task(title="x", day=1) for _ in range(2))
    lab.true(isinstance(one.tags, set), f"Without tags, `tags` is {one.tags!r}, and should be an empty set.", reply="no_set")
    one.tags.add("b")
    main.Task(title="x", day=1, tags=given).tags.add("c")
    lab.equal((two.tags, given), (set(), {"a"}), call="the tags of another object, and the set that was passed",
              reply="shared_tags")


@lab.check("problems() asks the whole row, in its order")
def problems():
    main = lab.load()
    bad = {"title": " ", "tags": "abcd", "day": 0}
    wanted = {"Titled": "no title", "Tagged": "too many tags", "Dated": "no such day"}
    for bases in itertools.permutations([main.Titled, main.Tagged, main.Dated]):
        names = [base.__name__ for base in bases]
        found = type("Thing", bases, {})(**bad).problems()
        expected = [wanted[name] for name in names]
        lab.true(isinstance(found, list), f"problems() gave {found!r}, and should give a list.")
        lab.equal(found, expected, call=f"problems() with the bases {names}",
                  reply="late" if sorted(found) == sorted(expected) else "problems_cut")
    lab.equal(main.Task(**VALUES).problems(), [], call="problems() of a good task")
    for changed, expected in (({"day": 1}, []), ({"day": 31}, []), ({"day": 32}, ["no such day"]),
                              ({"title": ""}, ["no title"]), ({"tags": "abc"}, [])):
        lab.equal(main.Task(**VALUES | changed).problems(), expected, call=f"problems() with {changed}")


@lab.check("Task is its three bases, and nothing more")
def task():
    main = lab.load()
    lab.equal([it.__name__ for it in main.Task.__bases__], ["Titled", "Tagged", "Dated"], call="the bases of Task")
    lab.true(not {"__init__", "problems"} & set(vars(main.Task)), "Task has code of its own.")

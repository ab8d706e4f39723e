"""Checks for word-pipeline."""
import ast

import lab


@lab.check("compose sends a value through the steps, the first one first")
def order():
    compose = lab.load().compose
    asked = []
    pipeline = compose(lambda text: asked.append(text) or text + "a", lambda text: text + "b")
    lab.true(callable(pipeline) and not asked, f"compose(...) gave {pipeline!r}, and called a step with {asked}.",
             reply="runs_early" if asked else None)
    lab.equal(pipeline("-"), "-ab", call="appending 'a', then 'b', to '-'", reply="wrong_order")
    lab.equal(pipeline("+"), "+ab", call="the same pipeline with '+'", reply="once_only")


@lab.check("without steps the value comes out as it went in")
def empty():
    thing = [1]
    outcome = lab.calls(lambda: lab.load().compose()(thing))
    lab.true(outcome.value is thing, f"compose()([1]) gave {outcome.error or outcome.value!r}.", reply="no_steps")


@lab.check("keep and change build steps that change nothing")
def steps():
    main, asked = lab.load(), []
    items = [3, 1, 2]

    def large(number):
        asked.append(number)
        return number > 1
    keep, change = main.keep(large), main.change(lambda number: number * 10)
    lab.true(not asked, f"keep(test) called the test with {asked}.", reply="runs_early")
    for attempt in (1, 2):
        lab.equal(list(keep(items)), [3, 2], call=f"keep(more than 1) on [3, 1, 2], time {attempt},", reply="once_only")
        lab.equal(list(change(items)), [30, 10, 20], call=f"change(times 10) on [3, 1, 2], time {attempt},",
                  reply="changes_input" if items != [3, 1, 2] else None)
        lab.equal(items, [3, 1, 2], call="The caller's list", reply="changes_input")
    lab.equal(list(main.compose(keep, change)(iter(items))), [30, 20], call="keep, then change, on an iterator")


@lab.check("slug makes an address of a title, any number of times")
def slugs():
    slug = lab.load().slug
    for title, expected in (("The Art of  Code", "the-art-code"), ("Up to it", ""), ("Tip", "tip"),
                            ("The Art of  Code", "the-art-code")):
        lab.equal(slug(title), expected, call=f"slug({title!r})")
    calls = [node.func for node in ast.walk(lab.tree()) if isinstance(node, ast.Call)]
    lab.true(any(isinstance(name, ast.Name) and name.id == "compose" for name in calls),
             "The program does not call compose.", reply="by_hand")

"""Checks for lazy-or-eager."""
import ast
import weakref

import lab


def download(answers):
    asked = []

    def ask(server):
        asked.append(server)
        return answers[server]
    outcome = lab.calls(lab.load().download, list(answers), ask)
    return outcome, asked


@lab.check("download returns the first answer, also an empty one")
def first_answer():
    for answers, expected in [({"a": None, "b": b"42", "c": b"43"}, b"42"), ({"a": b"", "b": b"x"}, b"")]:
        outcome, _ = download(answers)
        lab.true(outcome.error is None, f"For the answers {answers} download raised {outcome.error!r}.")
        lab.equal(outcome.value, expected, call=f"download with the answers {answers}")


@lab.check("download returns None when there is no answer")
def no_answer():
    for answers in ({"a": None, "b": None}, {}):
        outcome, _ = download(answers)
        lab.true(outcome.error is None and outcome.value is None, f"For the answers {answers} there "
                 f"was {outcome.error or outcome.value!r}.", reply="none_found")


@lab.check("download asks no server more than it must")
def no_more_questions():
    _, asked = download({"a": None, "b": b"42", "c": None, "d": b"43"})
    lab.true("d" not in asked, f"The answer came from b, and these were asked: {asked}.", reply="asks_all")
    lab.equal(asked, ["a", "b"], call="the list of the servers asked", reply="asks_twice")


@lab.check("spread takes readings that can be walked only once")
def one_walk():
    for values, expected in [([3, 9, 6], 6), ([-5, -7], 2), ([4], 0)]:
        outcome = lab.calls(lab.load().spread, iter(values))
        lab.true(outcome.error is None, f"spread(iter({values})) raised {outcome.error!r}.", reply="used_up")
        lab.equal(outcome.value, expected, call=f"spread(iter({values}))")


class Line(str):
    """A line that can be watched, as a plain string cannot."""


@lab.check("total adds up the lines without keeping them")
def constant_memory():
    alive, most = weakref.WeakSet(), 0

    def lines():
        nonlocal most
        for number in range(50):
            line = Line(number)
            alive.add(line)
            most = max(most, len(alive))
            yield line
            del line

    lab.equal(lab.load().total(lines()), sum(range(50)), call="total of the lines 0 to 49")
    lab.true(most < 10, f"Of 50 lines, {most} were kept at the same time.", reply="keeps_all")
    for function in ast.walk(lab.tree()):
        if getattr(function, "name", None) == "total":
            lab.true(not lab.uses(function, ast.ListComp), "total builds a list of all numbers.", reply="keeps_all")

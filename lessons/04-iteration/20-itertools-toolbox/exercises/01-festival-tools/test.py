"""Checks for festival-tools, one or two for each task."""
import ast
import itertools

import lab

EVENTS = [(2, "C"), (1, "B"), (2, "A"), (1, "D"), (3, "Z"), (2, "B")]


class Source:
    """An endless source that counts, and that stops whoever takes far too much."""

    def __init__(self):
        self.n_taken = 0

    def __iter__(self):
        for number in itertools.count():
            self.n_taken += 1
            if self.n_taken > 1000:
                raise OverflowError("more than 1000 values were taken")
            yield number


def ask(name, *args):
    outcome = lab.calls(getattr(lab.load(), name), *args)
    lab.true(not isinstance(outcome.error, OverflowError), f"{name}: {outcome.error}.", reply="not_lazy")
    lab.true(outcome.error is None, f"{name} raised {outcome.error!r}.")
    return outcome.value


@lab.check("1: all_acts hands out stage after stage")
def step_1():
    found = ask("all_acts", ["A", "B"], (), iter("CD"))
    lab.equal(list(found), ["A", "B", "C", "D"], call="all_acts(['A', 'B'], (), iter('CD'))")
    it = iter(ask("all_acts", ["x"], Source(), ["never"]))
    lab.equal([next(it) for _ in range(3)], ["x", 0, 1], call="three acts, the second stage being endless,")


@lab.check("2: page takes a page of anything")
def step_2():
    lab.equal(ask("page", "abcdefgh", 1, 3), ["a", "b", "c"], call="page('abcdefgh', 1, 3)")
    lab.equal(ask("page", "abcdefgh", 3, 3), ["g", "h"], call="page('abcdefgh', 3, 3)")
    source = Source()
    lab.equal(ask("page", source, 2, 10), list(range(10, 20)), call="page(count(), 2, 10)")
    lab.true(source.n_taken <= 21, f"For page 2 of size 10, {source.n_taken} values were taken.",
             reply="not_lazy")


@lab.check("3: by_day groups events that come in any order")
def step_3():
    found = ask("by_day", list(EVENTS))
    wanted = {1: ["B", "D"], 2: ["C", "A", "B"], 3: ["Z"]}
    reply = None
    if isinstance(found, dict) and found != wanted:
        if any(list(it) == [] for it in found.values()):
            reply = "empty_groups"
        elif {day: sorted(titles) for day, titles in found.items()} == {k: sorted(v) for k, v in wanted.items()}:
            reply = "order_in_day"
        else:
            reply = "unsorted_groups"
    lab.equal(found, wanted, call=f"by_day({EVENTS})", reply=reply)
    lab.equal(list(found), [1, 2, 3], call="the order of the days")


@lab.check("4: runs counts equal neighbors")
def step_4():
    found = ask("runs", "aabca")
    lab.equal(found, [("a", 2), ("b", 1), ("c", 1), ("a", 1)], call="runs('aabca')",
              reply="sorted_runs" if len(found) == 3 else None)
    lab.equal(ask("runs", iter([1, 1, 1])), [(1, 3)], call="runs(iter([1, 1, 1]))")


class Price(int):
    """A price that counts how often any of them was computed with."""

    n_used = 0

    def __add__(self, other):
        Price.n_used += 1
        return int(self) + other

    def __rsub__(self, other):
        Price.n_used += 1
        return other - int(self)

    __radd__ = __add__


@lab.check("5: menus gives the first pairs within the budget")
def step_5():
    starters, mains = {"soup": 4, "caviar": 90, "bread": 1}, {"rice": 8, "steak": 20}
    lab.equal(ask("menus", starters, mains, 12, 5), [("soup", "rice"), ("bread", "rice")], call="menus(..., 12, 5)")
    many = {str(n): Price(n) for n in range(100)}
    found = ask("menus", many, many, 200, 2)
    lab.equal(found, [("0", "0"), ("0", "1")], call="menus(..., 200, 2)")
    lab.true(Price.n_used < 100, f"For two pairs, prices were added or subtracted {Price.n_used} times.",
             reply="not_lazy")


@lab.check("no loop is written by hand")
def no_loops():
    lab.true(not lab.uses(lab.tree(), ast.For, ast.While), "main.py holds a `for` or `while` statement.",
             reply="hand_written")

"""Checks for invoice-lines."""
import ast
import lab

LINES = [("tea", 3, 2.5), ("cup", 1, 8.0), ("pot", 0, 99.0)]


@lab.check("total adds up count times price")
def totals():
    main = lab.load()
    lab.equal(main.total(iter(LINES)), 15.5, call=f"total(iter({LINES}))")
    lab.equal(main.total(iter([])), 0, call="total of nothing")


@lab.check("all_in_stock asks no more than it must")
def asks():
    main = lab.load()
    for stock, expected, n_asked in [("abc", True, 3), ("bc", False, 1), ("ac", False, 2), ("", False, 1)]:
        asked = []

        def is_in_stock(name):
            asked.append(name)
            return name in stock
        found = main.all_in_stock(iter("abc"), is_in_stock)
        lab.equal(bool(found), expected, call=f"all_in_stock of a, b, c when the stock is {list(stock)}")
        lab.true(len(asked) == n_asked, f"With {list(stock)} in stock, these were asked for: {asked}.",
                 reply="asks_all")


@lab.check("csv_line joins values of any type")
def joins():
    main = lab.load()
    outcome = lab.calls(main.csv_line, iter(["tea", 3, 2.5, None]))
    lab.true(outcome.error is None, f"csv_line raised {outcome.error!r}.", reply="not_text")
    lab.equal(outcome.value, "tea;3;2.5;None", call="csv_line(iter(['tea', 3, 2.5, None]))")


@lab.check("longest gives the length of the longest word, or 0")
def lengths():
    main = lab.load()
    lab.equal(main.longest(iter(["tea", "coffee", "milk"])), 6, call="longest of tea, coffee, milk")
    outcome = lab.calls(main.longest, iter([]))
    lab.true(outcome.error is None, f"longest(iter([])) raised {outcome.error!r}.", reply="empty_longest")
    lab.equal(outcome.value, 0, call="longest(iter([]))")


@lab.check("generator expressions, and no list comprehension")
def construct():
    tree = lab.tree()
    lab.true(not lab.uses(tree, ast.ListComp), "main.py holds a list comprehension.", reply="makes_list")
    lab.true(lab.uses(tree, ast.GeneratorExp), "main.py holds no generator expression.")

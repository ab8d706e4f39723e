"""Checks for import-stock."""
import lab

ROWS = [("lamp", "4"), ("desk", "two"), ("chair", "12"), ("sofa", ""), ("rug", "1")]
PROBLEM = "invalid literal for int() with base 10: "


def imported(rows):
    outcome = lab.calls(lab.load().import_stock, rows)
    if isinstance(outcome.error, NameError):
        lab.fail(f"import_stock raised {outcome.error!r}.", reply="used_after_block")
    if outcome.error is not None:
        lab.fail(f"import_stock({rows!r}) raised {outcome.error!r}.")
    result = outcome.value
    if not isinstance(result, tuple) or len(result) != 2:
        lab.fail(f"import_stock should return two things, but it returned {result!r}.")
    return result


@lab.check("a bad row costs that row and no other")
def bad_row_skipped():
    stock, _ = imported(ROWS)
    bad = [item for item in ("desk", "sofa") if item in stock]
    lab.true(not bad, f"The stock holds {bad}, whose quantities are not numbers.", reply="invents_a_quantity")
    lost = [item for item in ("chair", "rug") if item not in stock]
    lab.true(not lost, f"The stock lacks {lost}, which come after a bad row.", reply="try_around_loop")
    lab.equal(stock, {"lamp": 4, "chair": 12, "rug": 1}, call="the stock")


@lab.check("every problem is a sentence with the item and Python's message")
def problems_are_text():
    _, problems = imported(ROWS)
    for entry in problems:
        lab.true(isinstance(entry, str) and "ValueError(" not in entry and "('" not in entry,
                 f"The list of problems holds {entry!r}.", reply="keeps_the_object")
    lab.equal(problems, [f"desk: {PROBLEM}'two'", f"sofa: {PROBLEM}''"], call="the list of problems")


@lab.check("a quantity of None raises a TypeError")
def none_gets_out():
    for rows in ([("lamp", "4"), ("desk", None)], [("desk", [1])]):
        outcome = lab.calls(lab.load().import_stock, rows)
        lab.true(isinstance(outcome.error, TypeError),
                 f"import_stock({rows!r}) should raise a TypeError, but it gave "
                 f"{outcome.error or outcome.value!r}.", reply="catches_everything")


@lab.check("rows without one good quantity give an empty stock")
def nothing_good():
    rows = [("sofa", "?")]
    lab.equal(imported(rows), ({}, [f"sofa: {PROBLEM}'?'"]), call=f"import_stock({rows!r})")
    lab.equal(imported([]), ({}, []), call="import_stock([])")

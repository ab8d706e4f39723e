"""Checks for book-orders."""
import ast
import lab

ROWS = [("lamp", "4"), ("desk", "two"), ("rug", "1"), ("sofa", "")]


def book_orders(rows, refused=None):
    calls = []

    def book(item, count):
        calls.append((item, count))
        if item == refused:
            raise ValueError(f"no {item} left")
    outcome = lab.calls(lab.load().book_orders, rows, book)
    return outcome, calls


def else_problem():
    """Name the reply for an else block in the wrong place."""
    for node in ast.walk(lab.tree()):
        if isinstance(node, ast.For) and node.orelse:
            return "else_of_the_loop"
        if isinstance(node, ast.Try) and node.orelse:
            if isinstance(node.body[-1], (ast.Continue, ast.Break, ast.Return)):
                return "else_skipped"
    return None


@lab.check("every row with a good count is booked, with the count as a number")
def books_good_rows():
    outcome, calls = book_orders([("lamp", "4"), ("rug", " 1 ")])
    lab.true(outcome.error is None, f"For two good rows book_orders raised {outcome.error!r}.")
    lab.equal(calls, [("lamp", 4), ("rug", 1)], call="the list of calls of book", reply=else_problem())
    lab.equal(outcome.value, (["lamp", "rug"], []), call="the result for two good rows", reply=else_problem())


@lab.check("a row with a bad count is rejected, and book never hears of it")
def rejects_bad_rows():
    for rows in (ROWS, ROWS[1:]):
        outcome, calls = book_orders(rows)
        lab.true(not isinstance(outcome.error, NameError),
                 f"book_orders({rows!r}, book) raised {outcome.error!r}.", reply="no_count_yet")
        wrong = [call for call in calls if call[0] in ("desk", "sofa")]
        lab.true(not wrong, f"book was called with {wrong}, but those counts are bad.", reply="stale_count")
        good = [item for item, _ in rows if item in ("lamp", "rug")]
        lab.equal(outcome.value, (good, ["desk", "sofa"]), call=f"book_orders({rows!r}, book)")


@lab.check("an exception from book reaches the caller")
def book_refuses():
    outcome, _ = book_orders(ROWS, refused="rug")
    lab.true(isinstance(outcome.error, ValueError) and str(outcome.error) == "no rug left",
             "book raised ValueError('no rug left') for a row with a good count, and book_orders "
             f"gave {outcome.error or outcome.value!r}.", reply="book_is_guarded")

"""Checks for table-records."""
import re

import lab

ROWS = [["Ada", 36], ["Linus", 55], ["Grace", 85]]
RECORDS = [{"name": "Ada", "age": 36}, {"name": "Linus", "age": 55}, {"name": "Grace", "age": 85}]


def records(header, rows):
    return lab.calls(lab.load().records, header, rows)


@lab.check("each row becomes a dictionary")
def dictionaries():
    outcome = records(["name", "age"], [list(row) for row in ROWS])
    lab.true(outcome.error is None, f"For good rows records raised {outcome.error!r}.")
    lab.equal(outcome.value, RECORDS, call=f"records(['name', 'age'], {ROWS!r})")


@lab.check("a row that is too short or too long is refused")
def strict():
    for bad in (["Ada"], ["Ada", 36, "London"], []):
        outcome = records(["name", "age"], [list(ROWS[0]), list(bad)])
        if outcome.error is None:
            filled = len(outcome.value[-1]) != min(2, len(bad))
            lab.fail(f"The row {bad!r} gave {outcome.value[-1:]}.",
                     reply="filled_up" if filled else "silent_loss")
        lab.true(isinstance(outcome.error, ValueError),
                 f"The row {bad!r} should raise a ValueError, but there was {outcome.error!r}.")


@lab.check("a header that can be walked only once serves all rows")
def header_once():
    outcome = records(iter(["name", "age"]), [list(row) for row in ROWS])
    lab.true(outcome.error is None and outcome.value == RECORDS,
             f"For the header iter(['name', 'age']) there was {outcome.error or outcome.value!r}.",
             reply="header_used_up")


@lab.check("rows that can be walked only once are accepted")
def rows_once():
    outcome = records(["name", "age"], (iter(row) for row in ROWS))
    lab.true(not isinstance(outcome.error, TypeError),
             f"For rows that are iterators there was {outcome.error!r}.", reply="row_has_no_len")
    lab.true(outcome.value == RECORDS,
             f"For rows that are iterators there was {outcome.error or outcome.value!r}.")


@lab.check("the message tells the number of the row")
def row_number():
    for number in (1, 37):
        rows = [["x", 0]] * (number - 1) + [["x"]]
        error = lab.raises(ValueError, lab.load().records, ["name", "age"], rows,
                           call=f"records with a bad row {number}")
        lab.true(str(number) in re.findall(r"\d+", str(error)), f"Row {number} is bad. The message is {str(error)!r}.",
                 reply="which_row")

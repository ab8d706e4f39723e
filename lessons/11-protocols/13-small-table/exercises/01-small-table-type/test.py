"""Checks for small-table-type, one or two for each step."""
import operator

import lab

NAMES = ["name", "age"]
ROWS = [("Ada", 36), ("Bob", 17), ("Eve", 52)]


def modules():
    lab.load()
    import conditions
    import render
    import table
    return table.Table, conditions, render


def people():
    return modules()[0](NAMES, ROWS)


@lab.check("Step 1: a table is a sequence of rows")
def step_1():
    table = people()
    lab.equal((len(table), list(table), table[0], table[-1]), (3, ROWS, ROWS[0], ROWS[-1]),
              call="the length, the rows, table[0] and table[-1]")
    lab.equal((("Bob", 17) in table, ("Bob", 18) in table, table.index(ROWS[2])), (True, False, 2),
              call="answers to `in` and `index`")
    lab.equal(list(reversed(table)), ROWS[::-1], call="the rows of reversed(table)")
    lab.raises(IndexError, lambda: table[3], call="table[3]")
    given = [["Ada", 36]]
    table = type(table)(NAMES, given)
    given[0][1] = 0
    given.append(["Bob", 17])
    lab.equal(list(table), [("Ada", 36)], call="the rows of a table made of lists that were changed afterward")
    for row in (["Ada"], ["Ada", 36, "York"]):
        outcome = lab.calls(type(table), NAMES, [ROWS[0], row])
        lab.true(isinstance(outcome.error, ValueError), f"The row {row} gave {outcome.error or outcome.value!r}.",
                 reply="no_length_check")


@lab.check("Step 1: slices are tables, and names give columns")
def step_1_parts():
    table = people()
    for part in (slice(1, None), slice(None, None, -1), slice(5, 9)):
        found = table[part]
        lab.true(type(found) is type(table), f"table[{part}] is {found!r}.", reply="list_slice")
        lab.equal((list(found.names), list(found)), (NAMES, ROWS[part]), call=f"table[{part}]")
    lab.equal((table["age"], table["name"]), ([36, 17, 52], ["Ada", "Bob", "Eve"]), call="two columns")
    for it in (table, table[:0]):
        lab.raises(KeyError, lambda: it["town"], call="table['town']", reply="column_error")


@lab.check("Step 2: tables are compared, added and shown")
def step_2():
    table = people()
    Table = type(table)
    same, more = Table(iter(NAMES), iter(ROWS)), Table(NAMES, [("Cy", 1)])
    lab.equal((table == same, table == table[:2], table != more, table == Table(["a", "b"], ROWS)),
              (True, False, True, False), call="four comparisons")
    lab.true(len({table, same}) == 1, "A set of two equal tables has two elements.", reply="hash_disagrees")
    lab.equal((list(table + more), len(table)), ([*ROWS, ("Cy", 1)], 3),
              call="the rows of a sum, and the length of the left table")
    lab.equal(repr(more), "Table(['name', 'age'], [('Cy', 1)])", call="repr(table)")
    lab.raises(ValueError, operator.add, table, Table(["a", "b"]), call="adding a table with other names")


class Stranger:
    def __radd__(self, other):
        return "asked"

    def __eq__(self, other):
        return "asked"


@lab.check("Step 2: foreign operands get their chance")
def step_2_foreign():
    table = people()
    for sign in (operator.add, operator.eq):
        outcome = lab.calls(sign, table, Stranger())
        lab.true(outcome.value == "asked", f"{sign.__name__} with a foreign object gave "
                 f"{outcome.error or outcome.value!r}.", reply="foreign_operand")
    lab.raises(TypeError, operator.add, table, [1], call="table + [1]", reply="foreign_operand")


@lab.check("Step 3: comparisons of fields are conditions")
def step_3():
    _, conditions, _ = modules()
    age, name = conditions.Field("age"), conditions.Field("name")
    row = {"name": "Ada", "age": 36}
    for condition, expected, text in [(age < 40, True, "age < 40"), (age < 36, False, "age < 36"),
                                      (name == "Ada", True, "name == 'Ada'"), (name == "Bob", False, "name == 'Bob'")]:
        lab.true(callable(condition), f"{text} gave {condition!r}.", reply="decided_too_early")
        lab.equal(bool(condition(row)), expected, call=f"the condition {text} for {row}")


@lab.check("Step 3: conditions are combined, and choose rows")
def step_3_where():
    Table, conditions, _ = modules()
    table, age, name = Table(NAMES, ROWS), conditions.Field("age"), conditions.Field("name")

    def even(row):
        return row["age"] % 2 == 0
    cases = [(lambda: even, [0, 2]), (lambda: ~(age < 18) & ~(name == "Eve"), [0]), (lambda: (age < 50) & even, [0]),
             (lambda: ~(~(age < 18) & (age < 50)), [1, 2]), (lambda: ~((age < 50) & even), [1, 2]),
             (lambda: age < 9, [])]
    for number, (make, places) in enumerate(cases, start=1):
        outcome = lab.calls(lambda: table.where(make()))
        lab.true(outcome.error is None, f"Condition {number}: {outcome.error!r}.", reply="not_combined")
        lab.equal(list(outcome.value), [ROWS[i] for i in places], call=f"the rows for condition {number}")
    lab.true(type(table.where(even)) is type(table), "where() should return a Table.")


@lab.check("Step 4: renderers share an interface")
def step_4():
    Table, _, render = modules()
    outcome = lab.calls(type("Nothing", (render.Renderer,), {}))
    lab.true(isinstance(outcome.error, TypeError), f"A renderer without `line` gave "
             f"{outcome.error or outcome.value!r}.", reply="not_abstract")
    spaced = type("Spaced", (render.Renderer,), {"line": lambda self, values: " ".join(values)})()
    lab.equal(spaced.render(Table(NAMES, ROWS[:1])), "name age\nAda 36", call="the text of a renderer of the checks")
    lab.true(isinstance(render.renderer_for("csv"), render.Renderer), "renderer_for('csv') is no Renderer.")


@lab.check("Step 4: a table is formatted by a specifier")
def step_4_format():
    table = people()[:2]
    lab.equal(f"{table:csv}", "name;age\nAda;36\nBob;17", call="f'{table:csv}'")
    lab.equal(f"{table:md}", "| name | age |\n| Ada | 36 |\n| Bob | 17 |", call="f'{table:md}'")
    lab.equal(f"{table}", repr(table), call="f'{table}'")
    lab.raises(ValueError, format, table, "pdf", call="format(table, 'pdf')")

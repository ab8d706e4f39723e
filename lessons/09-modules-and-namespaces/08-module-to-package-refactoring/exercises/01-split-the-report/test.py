"""Checks for split-the-report."""

import ast
import sys

import lab

NAMES = ("Row", "parse_line", "parse", "set_rate", "gross", "layout")
REPORT = "lamp       47.60\ndesk      285.60\n"


@lab.check("importing prints nothing")
def silent():
    for name in ("report", "report.parsing", "report.layout", "main"):
        lab.load(name)
        lab.true(not lab.output(), f"import {name} printed {lab.output()!r}.", reply="works_at_import")
        if name == "main":
            lab.true("old_report" not in sys.modules, "main still imports old_report.", reply="works_at_import")


@lab.check("the code lives in two modules of the package")
def moved():
    lab.load("report")
    for place, names in (("report.parsing", NAMES[:3]), ("report.layout", NAMES[3:])):
        module = lab.load(place)
        for name in names:
            home = getattr(getattr(module, name, None), "__module__", None)
            lab.true(home == place, f"{name} should be written in {place}, but it is in {home or 'none'}.", reply="not_moved")


def own_imports(name):
    """Return the import statements of a module that reach into the package."""
    for node in ast.walk(lab.tree(name)):
        if isinstance(node, ast.Import):
            asked = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            asked = ["report"] if node.level else [node.module]
        else:
            continue
        if any(it.partition(".")[0] == "report" for it in asked):
            yield ast.unparse(node)


@lab.check("the two modules do not need each other")
def apart():
    for name in ("parsing", "layout"):
        imports = "; ".join(own_imports(f"report.{name}"))
        lab.true(not imports, f"report/{name}.py says `{imports}`.", reply="tangled")


@lab.check("every name is to be had from the front door, as before")
def front_door():
    report = lab.load("report")
    missing = [name for name in NAMES if not callable(getattr(report, name, None))]
    lab.true(not missing, f"report offers no {', '.join(missing)}.", reply="name_missing")
    row = report.parse_line(" lamp ;4000")
    lab.equal((type(row) is report.Row, row.item, row.cents), (True, "lamp", 4000), call="parse_line(' lamp ;4000')")
    lab.equal([it.cents for it in report.parse("a;1\n\nb;2\n")], [1, 2], call="The cents of parse('a;1\\n\\nb;2\\n')")


@lab.check("set_rate changes what gross calculates")
def rate():
    report = lab.load("report")
    from report.layout import gross

    lab.equal(report.gross(100), 119, call="report.gross(100)")
    report.set_rate(7)
    lab.true(report.gross(100) == 107, f"After report.set_rate(7), report.gross(100) is {report.gross(100)}.",
             reply="rate_copied")
    lab.equal(gross(1000), 1070, call="report.layout.gross(1000)")
    lab.equal(report.layout([report.Row("rug", 100)]) if callable(report.layout) else None, "rug         1.07",
              call="report.layout([Row('rug', 100)])")


@lab.check("the program prints the report")
def program():
    result = lab.run()
    lab.equal(result.stdout, REPORT, call="What python main.py prints")
    outcome = lab.calls(lab.load().main)
    lab.equal(outcome.output, REPORT, call="What main.main() prints")

"""Checks for untangle."""

import ast
import sys

import lab

MODULES = ("settings", "customer", "invoice", "report")


def loaded_first(name):
    for it in MODULES:
        sys.modules.pop(it, None)
    return lab.calls(__import__, name)


@lab.check("each module can be imported first")
def alone():
    lab.load("settings")
    for name in MODULES:
        outcome = loaded_first(name)
        lab.true(outcome.error is None, f"`import {name}` as the first one raised {outcome.error!r}.", reply="still_circular")


def imports(name):
    """Return the modules of the program that this one imports while it is loaded."""
    found = set()
    pending = list(lab.tree(name).body)
    while pending:
        node = pending.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module)
        pending.extend(ast.iter_child_nodes(node))
    return found & set(MODULES)


@lab.check("no circle is left while they are loaded")
def no_circle():
    arrows = {name: imports(name) for name in MODULES}
    for start in MODULES:
        reached, pending = set(), list(arrows[start])
        while pending:
            here = pending.pop()
            if here not in reached:
                reached.add(here)
                pending.extend(arrows[here])
        lab.true(start not in reached, f"{start} imports {sorted(arrows[start])}, and so on, and gets back to {start}.",
                 reply="too_early")


@lab.check("classes and functions are where they were")
def homes():
    for module, name in (("customer", "Customer"), ("invoice", "Invoice"), ("report", "line"), ("report", "amount")):
        value = getattr(lab.load(module), name, None)
        home = getattr(value, "__module__", "nowhere")
        lab.true(home == module, f"{name} should be written in {module}.py, but it is in {home}.", reply="moved_class")


@lab.check("VAT is defined once, in settings")
def constant():
    for name in MODULES:
        assigned = [node for node in ast.walk(lab.tree(name)) if isinstance(node, ast.Name)
                    and isinstance(node.ctx, ast.Store) and node.id == "VAT"]
        lab.true(len(assigned) == (name == "settings"), f"{name}.py assigns to VAT {len(assigned)} times.",
                 reply="constant_copied")
    lab.equal((lab.load("settings").VAT, lab.load("invoice").VAT), (19, 19), call="settings.VAT and invoice.VAT")


@lab.check("report.line still says what it expects")
def annotation():
    functions = {node.name: node for node in ast.walk(lab.tree("report")) if isinstance(node, ast.FunctionDef)}
    first = functions["line"].args.args[0].annotation if "line" in functions else None
    lab.true(first is not None and "Customer" in ast.unparse(first), "The first parameter of line() has no annotation "
             "that names Customer.", reply="annotation_lost")


@lab.check("the program prints both lines")
def program():
    lab.equal(lab.run().stdout, "ada: 119.00\nada owes 119.00\n", call="What python main.py prints")

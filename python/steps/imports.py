"""Draws up what a program imported: which of its modules imports what, and where in `sys.modules`.

The edges are read off the program's own `import` statements, in so far as the module is there.
"""

import ast
import sys
import types

from . import look

_before = []


def remember():
    """Note which modules are there before the program starts."""
    _before[:] = list(dict.keys(sys.modules))


def graph():
    """Return modules in the order of `sys.modules`, and who imports whom."""
    before = set(_before)
    names = [it for it in dict.keys(sys.modules) if type(it) is str]
    edges = []
    for name in names:
        if look.is_learners_module(name):
            for target in _imported_by(name):
                if target in names and [name, target] not in edges:
                    edges.append([name, target])
    wanted = {it for edge in edges for it in edge} | {it for it in names if look.is_learners_module(it)}
    modules = [
        {"name": name, "place": place, "own": look.is_learners_module(name), "old": name in before and name != "__main__"}
        for place, name in enumerate(names) if name in wanted
    ]
    n_further = sum(1 for it in names if it not in before and it not in wanted)
    return {"modules": modules, "edges": edges, "all": len(names), "further": n_further}


def _imported_by(name):
    module = sys.modules[name]
    own = look.vars_of_module(module)
    path = dict.get(own, "__file__")
    try:
        with open(path, encoding="utf-8") as file:
            tree = ast.parse(file.read())
    except (OSError, SyntaxError, ValueError, TypeError):
        return
    package = dict.get(own, "__package__") or ""
    if "__path__" in own:
        package = name
    for node in ast.walk(tree):
        if type(node) is ast.Import:
            for alias in node.names:
                yield from _with_parents(alias.name)
        elif type(node) is ast.ImportFrom:
            base = node.module or ""
            if node.level:
                parts = package.split(".") if package else []
                parts = parts[: len(parts) - node.level + 1]
                base = ".".join([*parts, *([base] if base else [])])
            if base:
                yield from _with_parents(base)
            for alias in node.names:
                inner = f"{base}.{alias.name}" if base else alias.name
                if type(dict.get(sys.modules, inner)) is types.ModuleType:
                    yield inner


def _with_parents(name):
    parts = name.split(".")
    for end in range(1, len(parts) + 1):
        yield ".".join(parts[:end])

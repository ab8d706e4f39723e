"""Checks for star-names."""

from types import ModuleType

import lab


def ask(text):
    module = ModuleType("sample")
    exec(text, vars(module))
    return lab.calls(lab.load().star_names, module), vars(module)


def same(text, names, reply=None):
    outcome, space = ask(text)
    if outcome.error is not None:
        raise outcome.error
    lab.true(isinstance(outcome.value, dict), f"star_names() should return a dictionary, but it returned {outcome.value!r}.")
    lab.equal(sorted(outcome.value), sorted(names), call=f"The names for a module with {text!r}", reply=reply)
    lab.equal([outcome.value[name] is space[name] for name in names], [True] * len(names), call="Whether the values are right")


@lab.check("without __all__: every name without an underscore")
def plain():
    same("limit = 80\n_cache = 1\n__version__ = '1'\ndef clean(): pass", ["limit", "clean"], "underscore")
    same("_a = 1", [], "underscore")


@lab.check("imported names included")
def imported():
    same("import os\nfrom math import pi\nx = 1", ["os", "pi", "x"], "imported_left_out")


@lab.check("with __all__: exactly its names")
def listed():
    same("__all__ = ['b']\na = 1\nb = 2", ["b"], "all_ignored")
    same("__all__ = ('a', '_b')\na = 1\n_b = 2\nc = 3", ["a", "_b"], "all_filtered")
    same("__all__ = []\na = 1", [], "all_ignored")


@lab.check("a listed name that is missing is an AttributeError")
def missing():
    outcome, _ = ask("__all__ = ['a', 'bb']\na = 1\nb = 2")
    lab.true(isinstance(outcome.error, AttributeError), "__all__ lists 'bb', which is not there, and star_names() gave "
             f"{outcome.error or outcome.value!r}.", reply="missing_passed")

"""Checks for dispatch-add."""
import ast
import lab


class Shy:
    def __add__(self, other):
        return 1


class Zero:
    def __add__(self, other):
        return 0


class Wildcard:
    """Equal to everything, and the result of adding to itself."""

    def __eq__(self, other):
        return True

    def __add__(self, other):
        return self


def tell(a, b):
    return lab.calls(lab.load().add, a, b)


@lab.check("the left class is asked first")
def left():
    lab.equal(tell(2, 3).value, 5, call="add(2, 3)")
    lab.equal(tell([1], [2]).value, [1, 2], call="add([1], [2])")
    outcome = tell(Zero(), 0.5)
    lab.true(outcome.error is None and outcome.value == 0,
             f"The left __add__ returned 0, and add gave {outcome.error or outcome.value!r}.", reply="falsy_result")
    lab.true(isinstance(tell(Wildcard(), 1).value, Wildcard), "The left __add__ returned an object that equals "
             "everything, and add did not take it for the result.", reply="falsy_result")


@lab.check("the right class is asked when the left one gives up or has no __add__")
def right():
    for a, b, expected in ((2, 0.5, 2.5), (None, type("R", (), {"__radd__": lambda s, o: "r"})(), "r")):
        outcome = tell(a, b)
        lab.true(outcome.value is not NotImplemented, f"add({a!r}, ...) returned NotImplemented.",
                 reply="not_implemented_leaks")
        lab.true(outcome.error is None, f"add({a!r}, ...) raised {outcome.error!r}.", reply="no_reflected")
        lab.equal(outcome.value, expected, call=f"add({a!r}, ...)")


@lab.check("the class is asked and not the object")
def by_class():
    shy = Shy()
    shy.__add__ = lambda other: 99
    lab.equal(tell(shy, 1).value, 1, call="add of an object with its own __add__", reply="asks_object")


@lab.check("if nobody can, it is a TypeError")
def nobody():
    outcome = tell(object(), object())
    lab.true(isinstance(outcome.error, TypeError),
             f"add(object(), object()) gave {outcome.error or outcome.value!r}, not a TypeError.",
             reply="not_implemented_leaks")


@lab.check("it is done without the operator")
def no_operator():
    functions = [node for node in ast.walk(lab.tree()) if isinstance(node, ast.FunctionDef)]
    lab.true(not any(lab.uses(function, ast.Add) for function in functions),
             "A function of main.py uses +.", reply="operator")
    lab.true("operator" not in lab.load().__dict__ and "import operator" not in lab.source(),
             "main.py imports the module operator.", reply="operator")

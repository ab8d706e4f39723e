"""Checks for two-registers."""

import ast
import copy

import lab


@lab.check("a register numbers its receipts and adds up")
def one():
    register = lab.load().Register()
    lab.equal((register.total(), register.sales()), (0, []), call="total() and sales() of a new register")
    receipts = [register.sell("lamp", 4000), register.sell("desk", 24000), register.sell("lamp", 1)]
    lab.equal(receipts, ["R-1: lamp 4000", "R-2: desk 24000", "R-3: lamp 1"], call="the receipts")
    lab.equal(register.total(), 28001, call="total()")
    lab.equal(register.sales(), [("lamp", 4000), ("desk", 24000), ("lamp", 1)], call="sales()")


@lab.check("registers have nothing to do with each other")
def two():
    Register = lab.load().Register
    front, back = Register(), Register()
    front.sell("lamp", 4000)
    receipt = back.sell("desk", 5)
    lab.true(receipt == "R-1: desk 5" and front.total() == 4000 and back.sales() == [("desk", 5)],
             f"After one sale in each, the second receipt is {receipt!r}, front.total() is {front.total()!r} and "
             f"back.sales() is {back.sales()!r}.", reply="shared")


@lab.check("no state is left in the module")
def module():
    main = lab.load()
    lab.true(not lab.uses(lab.tree(), ast.Global), "There is a `global` in main.py.", reply="uses_global")
    plain = {name: value for name, value in vars(main).items()
             if isinstance(value, (int, str, list, dict, set, tuple)) and not name.startswith("__")}
    before = copy.deepcopy(plain)
    register = main.Register()
    register.sell("lamp", 4000)
    now = {name: vars(main).get(name) for name in plain}
    lab.true(before == now, f"A sale changed {[name for name in plain if before[name] != now[name]]}.",
             reply="module_changes")


@lab.check("the list that sales() returns is a copy")
def copies():
    register = lab.load().Register()
    register.sell("lamp", 4000)
    register.sales().clear()
    lab.true(register.total() == 4000, "sales() was emptied by its caller, and total() became "
             f"{register.total()!r}.", reply="returns_inner")

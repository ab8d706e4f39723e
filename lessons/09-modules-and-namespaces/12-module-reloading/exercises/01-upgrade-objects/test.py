"""Checks for upgrade-objects."""

import importlib
import sys
from pathlib import Path

import lab

sys.dont_write_bytecode = True


class Receipt:
    """The same name, another module."""


def version(title, *names):
    classes = "".join(f"class {name}:\n    title = {title!r}\n\n" for name in names)
    Path("till.py").write_text(classes)
    importlib.invalidate_caches()


def start():
    version("old", "Receipt", "Refund")
    main = lab.load()
    sys.modules.pop("till", None)
    return main, importlib.import_module("till")


@lab.check("the module is reloaded, as the same object")
def reloads():
    main, till = start()
    version("new version", "Receipt", "Refund")
    main.upgrade(till, [])
    if sys.modules["till"] is not till:
        lab.fail("sys.modules['till'] is another module now.", reply="another_module")
    lab.true(till.Receipt.title == "new version", "till.Receipt is still that of the old text.", reply="not_reloaded")


@lab.check("its objects get the new classes, and keep what they know")
def objects():
    main, till = start()
    receipts = [till.Receipt(), till.Refund(), till.Receipt()]
    for number, it in enumerate(receipts):
        it.number = number
    given = list(receipts)
    version("new version", "Receipt", "Refund")
    n_changed = main.upgrade(till, given)
    lab.true(all(now is it for now, it in zip(given, receipts)), "The list holds other objects now.", reply="new_objects")
    titles = [it.title for it in receipts]
    lab.true(titles == ["new version"] * 3, f"The titles of the objects are {titles!r}.", reply="still_old")
    lab.equal(([it.number for it in receipts], n_changed), ([0, 1, 2], 3), call="The attributes, and the result")
    lab.equal([type(it).__name__ for it in receipts], ["Receipt", "Refund", "Receipt"], call="The names of the classes")


@lab.check("objects of other modules are left alone")
def strangers():
    main, till = start()
    mine, theirs = till.Receipt(), Receipt()
    version("new version", "Receipt")
    n_changed = main.upgrade(till, [theirs, mine, "text", 3])
    lab.true(type(theirs) is Receipt, "A Receipt of another module got a new class.", reply="strangers")
    lab.equal(n_changed, 1, call="upgrade() with one object of the module")


@lab.check("a class that is gone stays with its objects")
def vanished():
    main, till = start()
    refund, receipt = till.Refund(), till.Receipt()
    version("new version", "Receipt")
    outcome = lab.calls(main.upgrade, till, [refund, receipt])
    lab.true(outcome.error is None and outcome.value == 1, "One class of two is gone from the file, and upgrade() gave "
             f"{outcome.error or outcome.value!r}.", reply="vanished")
    lab.equal((refund.title, receipt.title), ("old", "new version"), call="The titles", reply="vanished")


@lab.check("a class inside a class is not at the top level")
def nested():
    main, till = start()
    Path("till.py").write_text("class Receipt:\n    title = 'old'\n\nclass Cart:\n    class Receipt:\n        title = 'inner'\n")
    importlib.invalidate_caches()
    importlib.reload(till)
    inner, receipt = till.Cart.Receipt(), till.Receipt()
    version("new version", "Receipt", "Cart")
    outcome = lab.calls(main.upgrade, till, [inner, receipt])
    lab.true(outcome.error is None and inner.title == "inner", f"An object of Cart.Receipt has the title {inner.title!r} now.",
             reply="nested")
    lab.equal((outcome.value, receipt.title), (1, "new version"), call="The result, and the title of the other object")

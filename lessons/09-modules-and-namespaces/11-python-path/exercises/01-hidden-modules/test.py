"""Checks for hidden-modules."""

from pathlib import Path

import lab


def hidden(root, *paths):
    for path in paths:
        file = Path(root, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return lab.load().hidden_modules(root)


@lab.check("files with the name of a library module are told, sorted")
def files():
    lab.equal(hidden("one", "random.py", "shop.py", "email.py"), ["email", "random"], call="hidden_modules('one')")
    lab.equal(hidden("two", "shop.py"), [], call="hidden_modules('two')")


@lab.check("packages, too")
def packages():
    found = hidden("three", "json/__init__.py", "shop/__init__.py")
    lab.true("json" in found, f"The folder json has an __init__.py, and hidden_modules() gave {found!r}.", reply="packages_missing")
    found = hidden("four", "json/__init__.py", "random.py", "csv/__init__.py", "csv.py")
    lab.equal(found, ["csv", "json", "random"], call="hidden_modules('four')", reply="unsorted")


@lab.check("a folder without __init__.py hides nothing, nor do other files")
def others():
    found = hidden("five", "json/data.txt", "email/deep/__init__.py")
    lab.true(found == [], f"The folders have no __init__.py, and hidden_modules() gave {found!r}.", reply="plain_folders")
    found = hidden("six", "json.txt", "random", "csv.pyc.bak")
    lab.true(found == [], f"There is no .py file, and hidden_modules() gave {found!r}.", reply="not_python")


@lab.check("what is built into the interpreter cannot be hidden")
def built_in():
    found = hidden("seven", "sys.py", "time.py", "random.py")
    lab.true(found == ["random"], f"hidden_modules() gave {found!r}.", reply="built_in")

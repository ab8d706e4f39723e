"""Checks for own-names."""

from types import ModuleType

import lab


def module(name, text):
    made = ModuleType(name)
    exec(text, vars(made))
    return made


def names(name, text):
    return lab.load().own_names(module(name, text))


@lab.check("functions and classes of the module are listed, sorted")
def own():
    text = "def zip_up(): pass\nclass Box: pass\ndef area(): pass\n"
    found = names("one", text)
    lab.true("Box" in found, f"The class Box is missing: {found!r}.", reply="classes_missing")
    lab.true(sorted(found) != ["Box", "area", "zip_up"] or found == sorted(found), f"The list is {found!r}.", reply="unsorted")
    lab.equal([it for it in found if it in ("Box", "area", "zip_up")], ["Box", "area", "zip_up"], call="own_names(one)")
    lab.equal(names("two", ""), [], call="own_names() of an empty module")


@lab.check("private names are not")
def private():
    found = names("three", "def _helper(): pass\nclass __Deep: pass\ndef area(): pass\n")
    lab.true(found == ["area"], f"own_names() gave {found!r}.", reply="private")


@lab.check("imported functions and classes are not")
def imported():
    found = names("four", "from textwrap import dedent\nfrom fractions import Fraction\ndef area(): pass\n")
    lab.true(found == ["area"], f"own_names() gave {found!r}.", reply="imported")


@lab.check("constants and instances are not; a second name is")
def values():
    text = ("LIMIT = 3\nclass Box:\n    def __call__(self): pass\nbox = Box()\n"
            "import re\nword = re.compile('a')\nCase = Box\n")
    found = names("five", text)
    lab.true(found == ["Box", "Case"], f"own_names() gave {found!r}.", reply="other_values")

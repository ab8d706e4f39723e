"""Checks for bound-names; what Python itself binds is the measure."""

import lab


def really(text):
    space = {}
    exec(text, space)
    return set(space) - {"__builtins__"}


def same(text, wanted=None, reply=None):
    found = lab.load().bound_names(text)
    wanted = really(text) if wanted is None else wanted
    lab.equal(found, wanted, call=f"bound_names({text!r})", reply=reply)


@lab.check("import binds the first part of a dotted name")
def dotted():
    same("import json")
    same("import os.path", reply="whole_dotted")
    same("import xml.dom.minidom\nimport json", reply="whole_dotted")


@lab.check("from binds what stands behind import")
def from_import():
    same("from math import pi", reply="module_of_from")
    same("from os.path import join\nfrom . import prices", {"join", "prices"}, reply="module_of_from")
    same("from math import *", {"*"})


@lab.check("as binds the name behind it, and nothing else")
def alias():
    same("import json as j", reply="alias_ignored")
    same("from math import tau as full", reply="alias_ignored")
    same("import xml.dom as d", reply="alias_cut")
    same("import os.path as path\nimport json", reply="alias_cut")


@lab.check("several statements, and several things in one")
def several():
    same("import os.path, json as j", reply="one_per_statement")
    same("from math import pi, tau as full\nimport re, sys", reply="one_per_statement")
    same("", set())

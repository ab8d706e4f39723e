"""Checks for load-object."""

import json
import xml.dom.minidom

import lab


def ask(text):
    return lab.calls(lab.load().load, text)


def same(text, wanted, reply=None):
    outcome = ask(text)
    lab.true(outcome.value is wanted, f"load({text!r}) should give {wanted!r}, but it gave "
             f"{outcome.error or outcome.value!r}.", reply=reply)


@lab.check("an attribute of a module, also deep in a package")
def simple():
    same("json:dumps", json.dumps)
    same("json.decoder:JSONDecoder", json.JSONDecoder, "root_module")
    same("xml.dom.minidom:parseString", xml.dom.minidom.parseString, "root_module")


@lab.check("a path of attributes")
def deep():
    same("xml.dom.minidom:Document.createElement", xml.dom.minidom.Document.createElement, "one_attribute")
    same("json:decoder.JSONDecoder.decode", json.JSONDecoder.decode, "one_attribute")


@lab.check("a module alone")
def module():
    same("json", json, "module_alone")
    same("xml.dom.minidom", xml.dom.minidom, "module_alone")


@lab.check("what does not exist is a LookupError that names the text")
def missing():
    for text in ("no_such_module:x", "json.nothing:x", "no.such.tree:x", "json:dumpz", "json:JSONDecoder.nothing"):
        outcome = ask(text)
        told = f"load({text!r}) gave {outcome.error or outcome.value!r}."
        lab.true(isinstance(outcome.error, LookupError) and text in str(outcome.error), told, reply="not_lookup")


@lab.check("a module that exists and fails is no missing module")
def broken():
    outcome = ask("half:x")
    lab.true(isinstance(outcome.error, ModuleNotFoundError), f"half.py imports a missing package; load('half:x') gave "
             f"{outcome.error!r}.", reply="broken_hidden")
    outcome = ask("typo:value")
    lab.true(isinstance(outcome.error, AttributeError), f"typo.py raises an AttributeError; load('typo:value') gave "
             f"{outcome.error!r}.")

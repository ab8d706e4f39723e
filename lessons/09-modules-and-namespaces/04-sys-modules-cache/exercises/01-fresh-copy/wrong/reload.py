# expect: reloaded
import importlib


def fresh(name):
    return importlib.reload(importlib.import_module(name))

# expect: same_object
import importlib


def fresh(name):
    return importlib.import_module(name)

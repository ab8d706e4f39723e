# expect: none_lost
import importlib
import sys


def fresh(name):
    before = sys.modules.pop(name, None)
    try:
        return importlib.import_module(name)
    finally:
        sys.modules.pop(name, None)
        if before:
            sys.modules[name] = before

# expect: not_lookup
import importlib


def load(text):
    name, _, path = text.partition(":")
    found = importlib.import_module(name)
    for attribute in path.split(".") if path else ():
        found = getattr(found, attribute)
    return found

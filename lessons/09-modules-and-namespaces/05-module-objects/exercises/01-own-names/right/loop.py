from types import FunctionType


def own_names(module):
    found = []
    for name in sorted(dir(module)):
        value = getattr(module, name)
        if name.startswith("_"):
            continue
        if isinstance(value, FunctionType):
            if value.__globals__ is vars(module):
                found.append(name)
        elif isinstance(value, type) and value.__module__ == module.__name__:
            found.append(name)
    return found

import os
import sys


def hidden_modules(folder):
    hidden = set()
    for entry in os.listdir(folder):
        path = os.path.join(folder, entry)
        if os.path.isfile(os.path.join(path, "__init__.py")):
            name = entry
        elif entry.endswith(".py") and os.path.isfile(path):
            name = entry[:-3]
        else:
            continue
        if name in sys.stdlib_module_names and name not in sys.builtin_module_names:
            hidden.add(name)
    return sorted(hidden)

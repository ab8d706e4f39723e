import pkgutil
import sys


def hidden_modules(folder):
    found = [module.name for module in pkgutil.iter_modules([str(folder)])]
    return sorted(name for name in found if name in sys.stdlib_module_names and name not in sys.builtin_module_names)

"""Finds and imports plugins."""
import pkgutil
from importlib import import_module


def discover(package):
    """Return the full names of the plugins in a package."""
    names = [module.name for module in pkgutil.iter_modules(import_module(package).__path__)]
    return sorted(f"{package}.{name}" for name in names if not name.startswith("_"))


def load_all(package):
    """Import all plugins; return the failures by name."""
    failures = {}
    for name in discover(package):
        try:
            import_module(name)
        except Exception as error:
            failures[name] = error
    return failures

"""Finds and imports plugins."""
import importlib
from pathlib import Path


def discover(package):
    found = []
    for folder in importlib.import_module(package).__path__:
        for path in Path(folder).iterdir():
            if path.suffix == ".py" or (path / "__init__.py").exists():
                if not path.stem.startswith("_"):
                    found.append(package + "." + path.stem)
    return sorted(found)


def load_all(package):
    result = {}
    for name in discover(package):
        try:
            importlib.import_module(name)
        except Exception as error:
            result.update({name: error})
    return result

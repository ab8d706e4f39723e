import sys
from pathlib import Path


def hidden_modules(folder):
    """Return the library modules that files in this folder would hide."""
    names = {path.stem for path in Path(folder).glob("*.py")}
    names |= {path.parent.name for path in Path(folder).glob("*/__init__.py")}
    searched = sys.stdlib_module_names - set(sys.builtin_module_names)
    return sorted(names & searched)


if __name__ == "__main__":
    for name in ("random.py", "sys.py", "shop.py"):
        Path(name).touch()
    print(hidden_modules("."))

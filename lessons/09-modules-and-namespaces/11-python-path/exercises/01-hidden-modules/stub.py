import sys
from pathlib import Path


def hidden_modules(folder):
    """Return the library modules that files in this folder would hide."""
    # TODO
    return []


if __name__ == "__main__":
    for name in ("random.py", "sys.py", "shop.py"):
        Path(name).touch()
    print(hidden_modules("."))

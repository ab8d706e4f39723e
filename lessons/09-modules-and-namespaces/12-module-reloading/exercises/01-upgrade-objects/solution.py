import importlib


def upgrade(module, objects):
    """Reload the module; give its objects their new classes; return how many changed."""
    importlib.reload(module)
    n_changed = 0
    for it in objects:
        old = type(it)
        new = getattr(module, old.__qualname__, old)
        if old.__module__ == module.__name__ and new is not old:
            it.__class__ = new
            n_changed += 1
    return n_changed


if __name__ == "__main__":
    from pathlib import Path

    Path("till.py").write_text("class Receipt:\n    title = 'receipt'\n")
    import till

    receipt = till.Receipt()
    Path("till.py").write_text("class Receipt:\n    title = 'RECEIPT NO. 1'\n")
    print(upgrade(till, [receipt, "a string"]), receipt.title)

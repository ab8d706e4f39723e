import importlib


def upgrade(module, objects):
    """Reload the module; give its objects their new classes; return how many changed."""
    # TODO
    return 0


if __name__ == "__main__":
    from pathlib import Path

    Path("till.py").write_text("class Receipt:\n    title = 'receipt'\n")
    import till

    receipt = till.Receipt()
    Path("till.py").write_text("class Receipt:\n    title = 'RECEIPT NO. 1'\n")
    print(upgrade(till, [receipt, "a string"]), receipt.title)

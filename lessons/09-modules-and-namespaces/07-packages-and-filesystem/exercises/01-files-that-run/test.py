"""Checks for files-that-run."""

from pathlib import Path

import lab


def tree(root, *paths):
    for path in paths:
        file = Path(root, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return root


def same(root, name, wanted, reply=None):
    outcome = lab.calls(lab.load().files_that_run, root, name)
    call = f"files_that_run({str(root)!r}, {name!r})"
    if outcome.error is not None:
        lab.fail(f"{call} raised {outcome.error!r}.", reply=reply)
    lab.equal(outcome.value, wanted, call=call, reply=reply)


SHOP = ("shop/__init__.py", "shop/prices.py", "shop/tools/__init__.py", "shop/tools/text.py", "plain.py")


@lab.check("packages on the way run first")
def packages():
    root = tree("one", *SHOP)
    same(root, "plain", ["plain.py"])
    same(root, "shop", ["shop/__init__.py"])
    same(root, "shop.prices", ["shop/__init__.py", "shop/prices.py"], "last_only")
    same(Path(root), "shop.tools.text", ["shop/__init__.py", "shop/tools/__init__.py", "shop/tools/text.py"], "last_only")


@lab.check("a package wins over a module, a module over a folder without __init__.py")
def both():
    root = tree("two", "store.py", "store/__init__.py", "store/a.py", "news.py", "news/today.py")
    same(root, "store", ["store/__init__.py"], "folder_first")
    same(root, "store.a", ["store/__init__.py", "store/a.py"], "folder_first")
    same(root, "news", ["news.py"])


@lab.check("a folder without __init__.py runs nothing, and what is in it can be imported")
def namespace():
    root = tree("three", "extras/gifts.py", "extras/more/__init__.py")
    same(root, "extras.gifts", ["extras/gifts.py"], "namespace")
    same(root, "extras", [], "namespace")
    same(root, "extras.more", ["extras/more/__init__.py"], "namespace")


@lab.check("names that do not exist are a ModuleNotFoundError")
def missing():
    root = tree("four", *SHOP)
    for name, reply in (("shop.price", "not_found"), ("tools", "not_found"), ("nothing.at.all", "not_found"),
                        ("shop.prices.lamp", "below_a_module"), ("plain.plain", "below_a_module")):
        outcome = lab.calls(lab.load().files_that_run, root, name)
        lab.true(isinstance(outcome.error, ModuleNotFoundError), f"files_that_run('four', {name!r}) gave "
                 f"{outcome.error or outcome.value!r}.", reply=reply)

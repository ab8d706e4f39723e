"""Checks for absolute-name."""

import lab


def ask(name, package, wanted, reply=None):
    outcome = lab.calls(lab.load().absolute_name, name, package)
    if outcome.error is not None:
        lab.fail(f"absolute_name({name!r}, {package!r}) raised {outcome.error!r}.", reply=reply)
    lab.equal(outcome.value, wanted, call=f"absolute_name({name!r}, {package!r})", reply=reply)


@lab.check("a name without dots stays")
def absolute():
    for name in ("json", "os.path", "shop"):
        for package in ("shop.reports", "", None):
            ask(name, package, name, "absolute_changed")


@lab.check("one dot is the package, each further one goes up")
def dots():
    ask(".layout", "shop.reports", "shop.reports.layout", "one_too_many")
    ask("..prices", "shop.reports", "shop.prices", "one_too_many")
    ask("...b.c", "one.two.three", "one.b.c", "one_too_many")
    ask(".prices", "shop", "shop.prices", "one_too_many")


@lab.check("dots alone are a package")
def alone():
    ask(".", "shop.reports", "shop.reports", "trailing_dot")
    ask("..", "shop.reports", "shop", "trailing_dot")


@lab.check("what leads nowhere is an ImportError")
def nowhere():
    for name, package, reply in (("..prices", "shop", "beyond"), ("....a", "one.two.three", "beyond"), ("..", "shop", "beyond"),
                                 (".prices", "", "no_package"), (".", None, "no_package")):
        outcome = lab.calls(lab.load().absolute_name, name, package)
        lab.true(isinstance(outcome.error, ImportError), f"absolute_name({name!r}, {package!r}) gave "
                 f"{outcome.error or outcome.value!r}.", reply=reply)

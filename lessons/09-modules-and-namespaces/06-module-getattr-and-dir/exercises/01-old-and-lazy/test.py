"""Checks for old-and-lazy."""

import warnings

import lab


def ask(main, name):
    """Return (outcome, warnings) of asking the module for a name."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        outcome = lab.calls(getattr, main, name)
    return outcome, [it for it in told if issubclass(it.category, DeprecationWarning)]


@lab.check("old names work, and warn each time")
def old():
    main = lab.load()
    for name, new, value in (("LIMIT", "MAX_ITEMS", 100), ("TIMEOUT", "MAX_SECONDS", 2.5), ("LIMIT", "MAX_ITEMS", 100)):
        outcome, told = ask(main, name)
        lab.true(outcome.error is None, f"main.{name} raised {outcome.error!r}.", reply="not_asked")
        lab.equal(outcome.value, value, call=f"main.{name}")
        lab.true(told and new in str(told[0].message), f"main.{name} gave the warnings {[str(it.message) for it in told]}.",
                 reply="no_warning")
    lab.true(not ask(main, "MAX_ITEMS")[1], "main.MAX_ITEMS is the new name, and warned.")
    main.MAX_ITEMS = 7
    lab.equal(ask(main, "LIMIT")[0].value, 7, call="main.LIMIT after main.MAX_ITEMS = 7")


@lab.check("main.rates is made when somebody asks, once")
def lazy():
    main = lab.load()
    lab.true("rates" not in vars(main), "main.rates is there before anybody asked.", reply="made_at_import")
    calls = []
    main.load_rates = lambda: calls.append(1) or {"CHF": 0.9}
    first, second = main.rates, main.rates
    lab.equal(first, {"CHF": 0.9}, call="main.rates")
    lab.true(calls == [1], f"load_rates() was called {len(calls)} times for two uses of main.rates.", reply="made_again")
    lab.true(first is second, "main.rates gave two different objects.", reply="made_again")


@lab.check("other names are an AttributeError with the name")
def unknown():
    main = lab.load()
    for name in ("rate", "MAX", "__all__"):
        outcome, _ = ask(main, name)
        lab.true(isinstance(outcome.error, AttributeError), f"main.{name} gave {outcome.value!r}.", reply="any_name")
        lab.true(name in str(outcome.error), f"The text {str(outcome.error)!r} does not name {name!r}.")


@lab.check("dir(main) lists them")
def listed():
    names = dir(lab.load())
    missing = {"LIMIT", "TIMEOUT", "rates", "MAX_ITEMS", "MAX_SECONDS", "load_rates"} - set(names)
    lab.true(not missing, f"dir(main) lacks {sorted(missing)}.", reply="not_listed")

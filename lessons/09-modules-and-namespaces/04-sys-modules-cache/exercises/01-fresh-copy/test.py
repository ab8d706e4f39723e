"""Checks for fresh-copy."""

import sys

import lab


@lab.check("the copy is new, and the shared module is untouched and still in the cache")
def new():
    main = lab.load()
    import tally

    tally.add()
    mine = main.fresh("tally")
    lab.true(tally.count == 1, f"The shared tally counted 1, and after fresh() its count is {tally.count}.", reply="reloaded")
    lab.true(mine is not tally, "fresh('tally') returned the shared module.", reply="same_object")
    lab.true(sys.modules.get("tally") is tally, "sys.modules['tally'] is no longer the shared module.",
             reply="cache_changed")
    lab.equal((mine.count, mine.add(), mine.add(), tally.count), (0, 1, 2, 1), call="the counts of copy and original")
    lab.true(main.fresh("tally") is not mine, "Two calls returned the same copy.")


@lab.check("a module that was not in the cache is not there afterward")
def not_cached():
    main = lab.load()
    sys.modules.pop("tally", None)
    lab.equal(main.fresh("tally").count, 0, call="fresh('tally').count")
    lab.true("tally" not in sys.modules, "'tally' is in sys.modules now.", reply="left_in_cache")


@lab.check("if the body raises, the cache is as before")
def failing():
    main = lab.load()
    import tally

    sys.tally_is_broken = True
    try:
        outcome = lab.calls(main.fresh, "tally")
    finally:
        del sys.tally_is_broken
    lab.true(isinstance(outcome.error, ValueError), f"The body raised a ValueError, and fresh() gave {outcome.error!r}.")
    lab.true(sys.modules.get("tally") is tally, "The body raised, and sys.modules['tally'] is "
             f"{sys.modules.get('tally', 'gone')!r}.", reply="lost_on_failure")
    lab.raises(ModuleNotFoundError, main.fresh, "no_such_module")
    lab.true("no_such_module" not in sys.modules, "'no_such_module' is in sys.modules.")


@lab.check("an entry None is put back as well")
def blocked():
    main = lab.load()
    sys.modules["tally"] = None
    try:
        lab.calls(main.fresh, "tally")
        after = sys.modules.get("tally", "gone")
    finally:
        sys.modules.pop("tally", None)
    lab.true(after is None, f"sys.modules['tally'] was None, and after fresh() it is {after!r}.", reply="none_lost")

"""Checks for changed-settings."""

import lab


def run(settings, values, failure=None, act=None):
    """Run a block with changed settings; return (outcome, the settings seen in it)."""
    seen = []

    def block():
        with lab.load().changed(settings, **values) as bound:
            lab.true(bound is settings, f"`as` gave {bound!r}.", reply="other_dictionary")
            seen.append(dict(settings))
            if act:
                act(settings)
            if failure is not None:
                raise failure
        return "after"

    outcome = lab.calls(block)
    if isinstance(outcome.error, TypeError) and "context manager" in str(outcome.error):
        lab.fail("changed(...) cannot stand in a `with`.", reply="not_a_manager")
    if type(outcome.error).__name__ == "Failure":
        raise outcome.error
    return outcome, seen


@lab.check("in the block the values are changed, afterward they are as before")
def changes():
    settings = {"lang": "en", "width": 80}
    outcome, seen = run(settings, {"lang": "de", "debug": True})
    if outcome.error is not None:
        raise outcome.error
    lab.equal(seen, [{"lang": "de", "width": 80, "debug": True}], call="the settings in the block")
    lab.true("debug" not in settings, f"Before, there was no key 'debug', and now there is {settings!r}.",
             reply="left_over")
    lab.equal(settings, {"lang": "en", "width": 80}, call="the settings after the block")


@lab.check("a block that fails changes nothing about that, and its exception gets out")
def failing():
    for failure in (ValueError("bad"), KeyboardInterrupt()):
        settings = {"lang": "en"}
        outcome, _ = run(settings, {"lang": "de", "debug": True}, failure)
        lab.true(settings == {"lang": "en"}, f"The block raised {failure!r}, and then there was {settings!r}.",
                 reply="no_finally")
        lab.true(outcome.error is failure, f"The block raised {failure!r}, and {outcome.error or outcome.value!r} "
                 "came out.", reply="swallowed")


@lab.check("what the block does to other keys stays")
def other_keys():
    settings = {"lang": "en", "old": 1}

    def act(settings):
        settings["seen"] = 3
        del settings["old"]

    run(settings, {"lang": "de"}, act=act)
    lab.equal(settings, {"lang": "en", "seen": 3}, call="the settings, where the block set 'seen' and deleted 'old',",
              reply="others_reset")


@lab.check("the block may change and delete the same keys; None is a value")
def same_keys():
    settings = {"lang": None, "width": 80}

    def act(settings):
        del settings["debug"], settings["width"]
        settings["lang"] = "fr"

    run(settings, {"lang": "de", "debug": True, "width": 10}, act=act)
    lab.true("lang" in settings, "The setting 'lang' was None before, and now it is gone.", reply="none_is_a_value")
    lab.equal(settings, {"lang": None, "width": 80}, call="the settings, where the block changed the same keys,")


@lab.check("blocks nest")
def nested():
    settings = {"level": 0}
    module = lab.load()
    with module.changed(settings, level=1):
        with module.changed(settings, level=2):
            inner = settings["level"]
        middle = settings["level"]
    lab.equal((inner, middle, settings), (2, 1, {"level": 0}), call="the levels")

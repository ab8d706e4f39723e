"""Checks for check-signup: everything is collected, nothing is hidden."""

import lab

GOOD = {"name": "Ann", "age": "30", "email": "ann@example.org"}


def group_of(main, form, reply=None):
    """Return the group that check_signup raises for a bad form."""
    outcome = lab.calls(main.check_signup, form)
    if not isinstance(outcome.error, ExceptionGroup):
        lab.fail(f"check_signup({form!r}) should raise an ExceptionGroup, but there was "
                 f"{outcome.error!r}.", reply=reply if outcome.error else None)
    return outcome.error


@lab.check("A good form passes")
def accepts():
    main = lab.load()
    outcome = lab.calls(main.check_signup, GOOD)
    if outcome.error is not None:
        empty = "non-empty" in str(outcome.error)
        lab.fail(f"check_signup({GOOD!r}) should raise nothing, but it raised {outcome.error!r}.",
                 reply="empty_group" if empty else None)


@lab.check("All problems are in one group, in order")
def collects():
    main = lab.load()
    form = {"name": " ", "age": "old"}
    outcome = lab.calls(main.check_signup, form)
    found = getattr(outcome.error, "exceptions", ())
    types = [type(error).__name__ for error in found]
    sentence = (f"For {form!r}, the group should hold a ValueError for name, a ValueError for age "
                f"and a KeyError for email, but there was {outcome.error!r}.")
    if len(found) < 2:
        lab.fail(sentence, reply="first_only" if outcome.error is not None else None)
    texts = [str(error) for error in found]
    kept = types == ["ValueError", "ValueError", "KeyError"] and all(
        error.__traceback__ for error in found) and texts[0] == "must not be empty"
    lab.true(kept, sentence, reply="text_lost" if len(found) == 3 else None)
    lab.equal(outcome.error.message, "signup rejected", call="The message of the group")


@lab.check("A single problem makes a group of one")
def groups_one():
    main = lab.load()
    group = group_of(main, {**GOOD, "age": "7"}, reply="lone_exception")
    lab.equal([str(error) for error in group.exceptions], ["must be 18 or more"],
              call="The messages in the group")


@lab.check("Each exception has a note with its field")
def notes():
    main = lab.load()
    group = group_of(main, {**GOOD, "name": "", "email": "ann"})
    found = [getattr(error, "__notes__", []) for error in group.exceptions]
    lab.true(found == [["field: name"], ["field: email"]],
             "The notes should be 'field: name' and 'field: email', but they are "
             f"{found}.", reply="no_note" if found == [[], []] else None)


@lab.check("A bug leaves at once")
def lets_bugs_through():
    main = lab.load()
    outcome = lab.calls(main.check_signup, {**GOOD, "name": "", "age": None})
    lab.true(isinstance(outcome.error, TypeError), "An age of None should be a TypeError, but there "
             f"was {outcome.error!r}.", reply="hides_bugs")

"""Checks for field-validators."""
import lab

SCHEMA = {"name": str, "age": int, "mail": str}
GOOD = {"name": "Ada", "age": 36, "mail": "a@b"}


def bad(*fields):
    record = dict(GOOD)
    for field in fields:
        record[field] = [field]
    return record


@lab.check("each validator checks its own field")
def own_field():
    checks = lab.load().validators(SCHEMA)
    lab.equal(list(checks), list(SCHEMA), call="the fields that have a validator")
    found = {(wrong, field): lab.calls(check, bad(wrong)) for wrong in SCHEMA for field, check in checks.items()}
    answers = any(it.value is not None for it in found.values())
    for (wrong, field), it in found.items():
        lab.true(it.error is None, f"The validator of {field!r} raised {it.error!r}.")
        lab.true((it.value is not None) == (field == wrong), f"Only {wrong!r} is wrong in the record. "
                 f"The validator of {field!r} gave {it.value!r}.", reply="last_field" if answers else None)


@lab.check("the message names the field and its type")
def messages():
    checks = lab.load().validators(SCHEMA)
    for field, kind in SCHEMA.items():
        lab.equal(checks[field](bad(field)), f"{field} should be {kind.__name__}",
                  call=f"the message of the validator of {field!r}", reply="last_message")


@lab.check("a field that is missing is reported")
def missing():
    outcome = lab.calls(lab.load().validators(SCHEMA)["age"], {"name": "Ada"})
    lab.true(outcome.value == "age should be int", f"For a record without an age, the validator gave "
             f"{outcome.error or outcome.value!r}.", reply="missing_field")


@lab.check("a second argument has no influence")
def one_argument():
    outcome = lab.calls(lab.load().validators(SCHEMA)["age"], GOOD, "name")
    lab.true(isinstance(outcome.error, TypeError), "Called with a second argument, the validator "
             f"gave {outcome.value!r} instead of a TypeError.", reply="extra_parameter")


@lab.check("a later call of validators has no influence")
def later():
    main = lab.load()
    first = main.validators({"age": int})["age"]
    main.validators({"name": str})
    lab.equal(first(bad("age")), "age should be int", call="the message of the first validator, after a second call,",
              reply="global_state")

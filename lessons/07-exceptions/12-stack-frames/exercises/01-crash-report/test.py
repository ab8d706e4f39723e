"""Checks for crash-report: order, lines, texts, and what is kept alive."""

import gc
import weakref

import lab


class Order:
    """An object that the report must not keep alive."""


class HalfMade:
    """An object whose repr fails."""

    def __repr__(self):
        raise AttributeError("no name yet")


def pack(item, extra):
    thing = Order() if extra is None else extra()
    watched.append(weakref.ref(thing))
    raise ValueError(f"cannot pack {item}")


def ship(items, extra):
    return [pack(item, extra) for item in items]


def fail_and_report(main, extra=None):
    """Return the report of a failure that this function has caught."""
    try:
        ship(["lamp"], extra)  # the line that the first entry should name
    except ValueError as error:
        first_line = error.__traceback__.tb_lineno
        return lab.calls(main.crash_report, error), first_line


watched = []


def report_of(main):
    outcome, first_line = fail_and_report(main)
    if outcome.error is not None:
        lab.fail(f"crash_report() should not raise, but it raised {outcome.error!r}.")
    lab.true(isinstance(outcome.value, list) and outcome.value,
             f"crash_report() should return a list of entries, but it returned {outcome.value!r}.")
    return outcome.value, first_line


@lab.check("There is an entry for each function the exception left, outermost first")
def follows_the_traceback():
    main = lab.load()
    report, _ = report_of(main)
    found = [entry["function"] for entry in report]
    wanted = ["fail_and_report", "ship", "pack"]
    sentence = f"The functions of the report should be {wanted}, but they are {found}."
    if "report_of" in found:
        lab.fail(sentence, reply="walks_callers")
    if len(found) == 1:
        lab.fail(sentence, reply="innermost_only")
    lab.true(found == wanted, sentence)


@lab.check("The line is the one at which the exception passed")
def names_the_line():
    main = lab.load()
    report, first_line = report_of(main)
    found = report[0]["line"]
    lab.true(found == first_line, f"The exception passed through the first function at line "
             f"{first_line}, but the report says {found}.", reply="frame_line")


@lab.check("The variables are texts, as repr gives them")
def has_variables():
    main = lab.load()
    report, _ = report_of(main)
    found = report[-1]["variables"]
    lab.equal(sorted(found), ["extra", "item", "thing"], call="The names of pack's variables")
    if found["item"] != "'lamp'":
        lab.fail(f"The variable item should be the text \"'lamp'\", but it is {found['item']!r}.",
                 reply="keeps_objects" if found["item"] == "lamp" else None)


@lab.check("The report does not keep the job's objects alive")
def lets_objects_go():
    main = lab.load()
    watched.clear()
    report, _ = report_of(main)
    gc.collect()
    lab.true(watched[-1]() is None, "The failure is over, but the report still holds an object of "
             "the job.", reply="keeps_objects")


@lab.check("A repr that fails is reported as <unreadable>")
def survives_a_bad_repr():
    main = lab.load()
    outcome, _ = fail_and_report(main, HalfMade)
    if outcome.error is not None:
        lab.fail(f"With a variable whose repr raises, crash_report() raised {outcome.error!r}.",
                 reply="breaks_on_repr" if "no name yet" in str(outcome.error) else None)
    lab.equal(outcome.value[-1]["variables"]["thing"], "<unreadable>",
              call="The text of a variable whose repr raises")

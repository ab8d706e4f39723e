"""Checks for name-the-row."""
import lab

MESSAGE = "invalid literal for int() with base 10: 'two'"


class Odd:
    """Refuses to become a number in a way of its own."""

    def __int__(self):
        raise OverflowError("too odd")


def failure(rows, kind, message):
    outcome = lab.calls(lab.load().read_counts, rows)
    call = f"read_counts({rows!r})"
    lab.true(outcome.error is not None, f"{call} returned {outcome.value!r}.", reply="failure_lost")
    same = type(outcome.error) is kind and message in outcome.error.args and outcome.error.__context__ is None
    lab.true(same, f"{call} should raise the {kind.__name__} of int, but it raised {outcome.error!r}.",
             reply="other_exception")
    return outcome.error, getattr(outcome.error, "__notes__", [])


@lab.check("good rows are counted; a bad text raises the ValueError of int, with a note that names the row")
def bad_text():
    good = [("lamp", "4"), ("rug", " 1 ")]
    lab.equal(lab.load().read_counts(good), {"lamp": 4, "rug": 1}, call=f"read_counts({good!r})")
    lab.equal(lab.load().read_counts([]), {}, call="read_counts([])")
    for rows, note in (([("lamp", "4"), ("desk", "two"), ("rug", "1")], "row 2: desk"), ([("sofa", "two")], "row 1: sofa")):
        _, notes = failure(rows, ValueError, MESSAGE)
        lab.true(notes, f"The exception for {rows!r} has no note.", reply="no_note")
        zero = f"row {int(note[4]) - 1}{note[5:]}"
        lab.true(notes != [zero], f"The note is {notes[0]!r}.", reply="counted_from_zero")
        lab.equal(notes, [note], call="the list of notes")


@lab.check("a failure of any other type gets its note as well")
def other_types():
    for value, kind in ((Odd(), OverflowError), (None, TypeError)):
        outcome = lab.calls(lab.load().read_counts, [("lamp", "4"), ("desk", value)])
        lab.true(isinstance(outcome.error, kind), f"A count raised {kind.__name__}; read_counts gave "
                 f"{outcome.error or outcome.value!r}.")
        lab.equal(getattr(outcome.error, "__notes__", []), ["row 2: desk"],
                  call=f"the list of notes of the {kind.__name__}", reply="one_type_only")


@lab.check("the traceback shows every call once")
def clean_traceback():
    error, _ = failure([("sofa", "two")], ValueError, MESSAGE)
    frames, entry = [], error.__traceback__
    while entry is not None:
        frames.append(entry.tb_frame)
        entry = entry.tb_next
    twice = [frame.f_code.co_name for frame in frames if frames.count(frame) > 1]
    lab.true(not twice, f"The traceback lists the same call of {twice[:1]} twice.", reply="marked_twice")

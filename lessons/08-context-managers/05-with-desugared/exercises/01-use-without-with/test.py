"""Checks for use-without-with: each story is compared with a real `with`."""

import ast

import lab


class Told:
    """Notes what happens to it."""

    def __init__(self, answer=None, enter=None, leave=None):
        self.log, self.answer, self.enter, self.leave = [], answer, enter, leave

    def __enter__(self):
        self.log.append("enter")
        if self.enter:
            raise self.enter
        return "value"

    def __exit__(self, kind, error, trace):
        self.log.append((kind, error))
        if trace is None and error is not None:
            self.log.append("no traceback")
        if self.leave and len(self.log) < 3:
            raise self.leave
        return self.answer


def both(failure=None, **how):
    """Run one story with the learner's function and with `with`; return (outcome, log, expected log, expected)."""

    def body(value):
        if failure is not None:
            raise failure
        return value.upper()

    def real(manager):
        with manager as value:
            return body(value)

    mine, theirs = Told(**how), Told(**how)
    expected = lab.calls(real, theirs)
    outcome = lab.calls(lab.load().use, mine, body)
    return outcome, mine.log, theirs.log, expected


def compare(reply=None, **story):
    outcome, log, wanted, expected = both(**story)
    kinds = [it[0].__name__ if isinstance(it, tuple) and it[0] else it for it in log]
    text = f"In the story {story}, the manager saw {kinds}, and use() gave {outcome.error or outcome.value!r}."
    lab.true(len(log) <= len(wanted), text, reply="left_unentered" if story.get("enter") else "left_twice")
    lab.true(log == wanted, text, reply=reply)
    if expected.error is None and outcome.error is not None:
        lab.fail(text, reply="answer_ignored")
    if expected.error is not None and outcome.error is None:
        lab.fail(text, reply="swallowed")
    lab.true(outcome.error is expected.error and outcome.value == expected.value, text)


@lab.check("the manager is entered and left, and the result is returned")
def success():
    using = [it.name for it in ast.walk(lab.tree()) if isinstance(it, ast.FunctionDef) and lab.uses(it, ast.With)]
    lab.true(not using, f"There is a `with` in {using[0] if using else ''}().", reply="uses_with")
    lab.true("contextlib" not in lab.source(), "There is contextlib in your program.", reply="uses_with")
    compare()
    compare(answer=True)


@lab.check("a failure of the body is told once, and the answer decides")
def failure():
    for error in (ValueError("v"), KeyError("k")):
        for answer in (None, False, 0, True, "yes"):
            compare(failure=error, answer=answer)


@lab.check("every kind of failure is told")
def base_exceptions():
    for error in (KeyboardInterrupt(), SystemExit(3)):
        compare("exceptions_only", failure=error)
        compare("exceptions_only", failure=error, answer=True)


@lab.check("when entering or leaving fails, nothing is left once more")
def manager_fails():
    compare(enter=OSError("closed"))
    compare(enter=OSError("closed"), answer=True)
    compare(leave=OSError("full"))
    compare(leave=OSError("full"), answer=True)
    compare(leave=OSError("full"), failure=ValueError("v"))


@lab.check("the methods are those of the class")
def of_the_class():
    told = Told()
    told.__enter__ = lambda: "instance"
    told.__exit__ = lambda *error: True
    outcome = lab.calls(lab.load().use, told, lambda value: value)
    lab.true(outcome.value == "value" and len(told.log) == 2, "An object whose class has both methods got others of "
             f"its own, and use() took those: it gave {outcome.error or outcome.value!r}.", reply="instance_methods")

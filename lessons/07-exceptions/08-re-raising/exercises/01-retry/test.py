"""Checks for retry."""
import ast
import lab


def retry(attempts, *endings):
    """Retry an action that ends like this, call by call; an exception is raised."""
    calls = []

    def action():
        ending = endings[len(calls)] if len(calls) < len(endings) else "called too often"
        calls.append(ending)
        if isinstance(ending, BaseException):
            raise ending
        return ending
    return lab.calls(lab.load().retry, action, attempts), len(calls)


def lost(count):
    return [ConnectionResetError(f"lost {number}") for number in range(1, count + 1)]


@lab.check("the first result that comes is returned, and the action is not called again")
def succeeds():
    for failures, attempts in ((0, 3), (1, 3), (2, 3), (0, 1)):
        outcome, calls = retry(attempts, *lost(failures), "200 OK")
        call = f"retry(action, {attempts}), where the first success comes after {failures} failed calls,"
        lab.true(outcome.error is None, f"{call} raised {outcome.error!r}.",
                 reply="wrong_count" if lab.uses(lab.tree(), ast.Try) else None)
        lab.equal((outcome.value, calls), ("200 OK", failures + 1), call=f"the result and the number of calls of {call}")


@lab.check("the action is called no more often than allowed, and the last failure gets out")
def gives_up():
    for attempts in (1, 2, 4):
        errors = lost(attempts)
        outcome, calls = retry(attempts, *errors)
        story = (f"On a dead connection retry(action, {attempts}) called the action {calls} times "
                 f"and gave {outcome.error or outcome.value!r}.")
        lab.true(calls == attempts, story, reply="wrong_count" if lab.uses(lab.tree(), ast.Try) else None)
        lab.true(outcome.error is not None, story, reply="ends_quietly")
        lab.true(not isinstance(outcome.error, RuntimeError), story, reply="nothing_active")
        lab.true(outcome.error is errors[-1], story, reply="new_exception")


@lab.check("the traceback of the last failure shows every call once")
def clean_traceback():
    outcome, _ = retry(2, *lost(2))
    lab.true(outcome.error is not None, "After two failures of two, nothing reached the caller.")
    frames, entry = [], outcome.error.__traceback__
    while entry is not None:
        frames.append(entry.tb_frame)
        entry = entry.tb_next
    twice = [frame.f_code.co_name for frame in frames if frames.count(frame) > 1]
    lab.true(not twice, f"The traceback lists the same call of {twice[:1]} twice.", reply="marked_twice")


@lab.check("any other exception gets out at once")
def other_types():
    for error in (ValueError("bug"), TimeoutError("slow"), KeyboardInterrupt()):
        outcome, calls = retry(3, error, "200 OK")
        lab.true(outcome.error is error and calls == 1, f"The action raised {error!r}; retry called it {calls} "
                 f"times and gave {outcome.error or outcome.value!r}.", reply="retries_bugs")

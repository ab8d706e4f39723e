"""Checks for without-gc."""
import gc
import lab


def after(job, is_on):
    without_gc = lab.load().without_gc
    (gc.enable if is_on else gc.disable)()
    try:
        outcome = lab.calls(without_gc, job)
        return outcome, gc.isenabled()
    finally:
        gc.enable()


def fail():
    raise ValueError("job failed")


@lab.check("the collector is off while the job runs, and its result is returned")
def off():
    seen = []
    outcome, _ = after(lambda: seen.append(gc.isenabled()) or 42, True)
    lab.true(seen, "The job was not called.")
    lab.equal(seen, [False], call="gc.isenabled() in the job", reply="still_on")
    lab.equal(outcome.value, 42, call="the result", reply="no_result")


@lab.check("afterwards the collector is as before, also after an exception")
def restored():
    for job in (int, fail):
        _, is_on = after(job, True)
        lab.true(is_on, "The collector was on, and is off after the call.", reply="stays_off")
        _, is_on = after(job, False)
        lab.true(not is_on, "The collector was off, and is on after the call.", reply="was_off")


@lab.check("an exception of the job reaches the caller")
def raises():
    outcome, _ = after(fail, True)
    lab.true(isinstance(outcome.error, ValueError), f"The job raised a ValueError, and the call gave {outcome.error!r}.")

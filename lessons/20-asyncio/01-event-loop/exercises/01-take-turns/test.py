"""Checks for take-turns: one step a turn, nobody skipped, values kept."""

import lab


def job(log, name, n, value=None):
    for number in range(n):
        log.append(f"{name}{number}")
        yield f"step {number}"
    return value


def run(jobs):
    """Run jobs given as (name, steps, value); return the result and the log of steps."""
    log = []
    made = {name: job(log, name, n, value) for name, n, value in jobs}
    outcome = lab.calls(lab.load().run_all, made)
    if isinstance(outcome.error, StopIteration):
        lab.fail(f"run_all() raised {outcome.error!r}.", reply="first_end_ends_all")
    if outcome.error is not None:
        raise outcome.error
    return outcome.value, log


@lab.check("the jobs take turns, one step at a time")
def turns():
    result, log = run([("a", 2, None), ("b", 2, None), ("c", 2, None)])
    one_by_one = ["a0", "a1", "b0", "b1", "c0", "c1"]
    lab.true(log != one_by_one, f"The steps were {log}.", reply="one_after_another")
    lab.equal(log, ["a0", "b0", "c0", "a1", "b1", "c1"], call="the order of steps")


@lab.check("jobs that end are left out, and nobody else loses a turn")
def uneven():
    result, log = run([("a", 1, None), ("b", 3, None), ("c", 2, None), ("d", 0, None), ("e", 2, None)])
    wanted = ["a0", "b0", "c0", "e0", "b1", "c1", "e1", "b2"]
    lab.true(len(log) >= len(wanted), f"Only these steps were run: {log}.", reply="first_end_ends_all")
    lab.true(log == wanted or log[:4] == ["a0", "a1", "b0", "b1"],
             f"The order of steps should be {wanted}, but it is {log}.", reply="skips_turns")
    lab.equal(log, wanted, call="the order of steps")


@lab.check("the result has the value that each job returned")
def values():
    result, log = run([("a", 2, 7), ("b", 1, "seven")])
    lab.true(isinstance(result, dict) and set(result) == {"a", "b"},
             f"run_all() should return a dictionary with a and b, but it returned {result!r}.")
    lab.true(set(result.values()) != {None}, f"run_all() returned {result!r}.", reply="value_lost")
    lab.equal(result, {"a": 7, "b": "seven"}, call="the result")


@lab.check("the result is in the order of ending")
def order():
    result, log = run([("slow", 4, 1), ("quick", 1, 2), ("none", 0, 3)])
    lab.true(list(result) != ["slow", "quick", "none"], f"The result is {result!r}.",
             reply="starting_order")
    lab.equal(list(result), ["none", "quick", "slow"], call="the order of the result")
    lab.equal(run([])[0], {}, call="run_all({})")

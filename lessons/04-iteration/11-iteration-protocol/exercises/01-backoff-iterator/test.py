"""Checks for backoff-iterator."""
import itertools

import lab


def take(it, n):
    """Call next n times; return the values, and True in place of an end."""
    values = []
    for _ in range(n):
        outcome = lab.calls(next, it)
        if isinstance(outcome.error, StopIteration):
            values.append(StopIteration)
        elif outcome.error is not None:
            raise outcome.error
        else:
            values.append(outcome.value)
    return values


def listed(it):
    """Return what a loop over it gives, 20 values at most."""
    return list(itertools.islice(it, 20))


@lab.check("next hands out the delays, and StopIteration is the end")
def by_hand():
    main = lab.load()
    lab.true(hasattr(main.Backoff, "__next__"), "Backoff has no __next__.")
    found = take(main.Backoff(1, 100, 3), 4)
    reply = None
    if found[:3] == [1, 2, 4]:
        reply = "never_ends"
    elif found[:3] == [2, 4, 8]:
        reply = "off_by_one"
    lab.equal(found, [1, 2, 4, StopIteration], call="the result of four calls of next on Backoff(1, 100, 3)",
              reply=reply)


@lab.check("a for loop takes it")
def in_a_loop():
    main = lab.load()
    backoff = main.Backoff(1, 100, 3)
    outcome = lab.calls(iter, backoff)
    lab.true(outcome.error is None, f"iter(backoff) raised {outcome.error!r}.", reply="no_iter")
    lab.true(outcome.value is backoff, f"iter(backoff) gave {outcome.value!r}, not the object itself.")
    lab.equal(listed(main.Backoff(3, 100, 2)), [3, 6], call="list(Backoff(3, 100, 2))")
    lab.equal(listed(main.Backoff(3, 100, 0)), [], call="list(Backoff(3, 100, 0))")


@lab.check("no delay is above the limit")
def limit():
    main = lab.load()
    for arguments, expected in [((1, 5, 4), [1, 2, 4, 5]), ((3, 2, 2), [2, 2]), ((2, 2, 3), [2, 2, 2])]:
        found = listed(main.Backoff(*arguments))
        lab.equal(found, expected, call=f"list(Backoff{arguments})",
                  reply="above_limit" if max(found, default=0) > arguments[1] else None)


@lab.check("a loop goes on where next has left it")
def goes_on():
    backoff = lab.load().Backoff(1, 100, 3)
    next(backoff)
    lab.equal(listed(backoff), [2, 4], call="what is left of Backoff(1, 100, 3) after one next",
              reply="starts_again")


@lab.check("once it has ended, it stays ended")
def stays_ended():
    found = take(lab.load().Backoff(1, 100, 2), 5)
    lab.true(found[2:] == [StopIteration] * 3, f"Five calls of next on Backoff(1, 100, 2) gave {found}.",
             reply="comes_back")

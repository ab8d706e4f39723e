"""Checks for references-kept."""
import lab


def kept(call):
    outcome = lab.calls(lab.load().references_kept, call, ["lamp"])
    lab.true(outcome.error is None, f"references_kept raised {outcome.error!r}.")
    lab.true(not isinstance(outcome.value, bool), f"references_kept returned {outcome.value!r}.", reply="yes_or_no")
    return outcome.value


@lab.check("a call that keeps nothing gives 0")
def nothing():
    found = kept(len)
    lab.equal(found, 0, call="references_kept(len, ['lamp'])", reply=None if found is None else "absolute")


@lab.check("every reference that is kept counts")
def several():
    shelf = []
    lab.equal(kept(shelf.append), 1, call="references_kept(shelf.append, ['lamp'])", reply="only_before")
    lab.equal(kept(lambda thing: shelf.extend([thing] * 3)), 3,
              call="references_kept of a call that stores the thing three times", reply="only_before")

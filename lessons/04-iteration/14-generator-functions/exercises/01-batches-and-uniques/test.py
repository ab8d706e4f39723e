"""Checks for batches-and-uniques."""
import lab


class Source:
    """Values that count how many of them were taken; far more than anybody needs."""

    def __init__(self, values):
        self.values, self.taken = values, 0

    def __iter__(self):
        for value in self.values:
            self.taken += 1
            yield value


def listed(it):
    outcome = lab.calls(lambda: [list(x) if isinstance(x, list) else x for x in list(it)])
    lab.true(not isinstance(outcome.error, RuntimeError), f"There was a {outcome.error!r}.",
             reply="stop_inside")
    lab.true(outcome.error is None, f"There was a {outcome.error!r}.")
    return outcome.value


@lab.check("unique hands out first occurrences, in their order")
def firsts():
    main = lab.load()
    lab.equal(listed(main.unique("cabacb")), ["c", "a", "b"], call="list(unique('cabacb'))")
    lab.equal(listed(main.unique([])), [], call="list(unique([]))")


@lab.check("unique takes a value only when it is asked for one")
def unique_is_lazy():
    source = Source(range(1000))
    it = lab.load().unique(source)
    found = [lab.calls(next, it).value for _ in range(3)]
    lab.true(found == [0, 1, 2] and source.taken == 3, f"Three values asked for: there came {found}, "
             f"and {source.taken} were taken from the source.", reply="not_lazy")


@lab.check("batches hands out lists of the size, and the rest")
def sizes():
    main = lab.load()
    for text, size, expected in [("abcd", 2, ["ab", "cd"]), ("abcde", 2, ["ab", "cd", "e"]), ("ab", 5, ["ab"]),
                                 ("", 3, []), ("abc", 1, ["a", "b", "c"])]:
        found = listed(lab.calls(main.batches, text, size).value)
        wanted = [list(it) for it in expected]
        reply = None
        if found and found[-1] == []:
            reply = "same_list" if any(it == [] for it in found[:-1]) or len(found) == len(wanted) else "empty_batch"
        elif found == wanted[:-1]:
            reply = "last_batch"
        elif len(found) == len(wanted) and found != wanted:
            reply = "same_list"
        lab.equal(found, wanted, call=f"list(batches({text!r}, {size}))", reply=reply)


@lab.check("batches takes no more than it needs")
def batches_is_lazy():
    source = Source(range(1000))
    it = lab.load().batches(source, 3)
    found = lab.calls(next, it).value
    lab.true(found == [0, 1, 2] and source.taken <= 4, f"For the first batch of 3, which is {found}, "
             f"{source.taken} values were taken.", reply="not_lazy")


@lab.check("a bad size raises at the call")
def bad_size():
    for size in (0, -2):
        lab.raises(ValueError, lab.load().batches, "abc", size, reply="late_check")

"""Checks for walk-it-twice."""
import io
import lab


class Countdown:
    n = 3

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


@lab.check("is_iterator takes no values")
def takes_nothing():
    it = iter([1, 2, 3])
    lab.load().is_iterator(it)
    lab.true(list(it) == [1, 2, 3], "After is_iterator, values of the iterator were gone.", reply="consumed")


@lab.check("is_iterator tells iterators from other iterables")
def tells():
    main = lab.load()
    for x in ([1], "ab", range(3), {1: 2}, {1: 2}.items(), [], {1}):
        lab.equal(bool(main.is_iterator(x)), False, call=f"is_iterator({x!r})", reply="by_next")
    for x in (iter([1]), zip("ab"), (n for n in "ab"), reversed([1]), io.StringIO("a"), Countdown(), iter({1})):
        lab.equal(bool(main.is_iterator(x)), True, call=f"is_iterator of an object of type {type(x).__name__}",
                  reply="by_next")


@lab.check("percentages works for lists and for iterators")
def shares():
    main = lab.load()
    lab.equal(main.percentages([1, 3]), [25.0, 75.0], call="percentages([1, 3])")
    found = main.percentages(iter([5, 5, 10]))
    lab.equal(found, [25.0, 25.0, 50.0], call="percentages(iter([5, 5, 10]))", reply="used_up")


@lab.check("to_dict pairs up keys and values of any iterable")
def pairs():
    main = lab.load()
    fields = ["host", "web1", "port", 80]
    for given in (list(fields), iter(fields), (it for it in fields)):
        outcome = lab.calls(main.to_dict, given)
        lab.true(outcome.error is None, f"For a {type(given).__name__} to_dict raised {outcome.error!r}.",
                 reply="needs_index")
        lab.equal(outcome.value, {"host": "web1", "port": 80}, call=f"to_dict of a {type(given).__name__}")
    lab.equal(main.to_dict([]), {}, call="to_dict([])")


@lab.check("to_dict refuses an odd number of fields")
def odd():
    main = lab.load()
    for fields in (["host"], ["host", "web1", "port"]):
        lab.raises(ValueError, main.to_dict, fields, reply="lost_key")

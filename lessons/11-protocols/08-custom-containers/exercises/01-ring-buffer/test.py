"""Checks for ring-buffer: compared with a plain list, and its edges."""
import itertools

import lab


def ring(size, *values):
    made = lab.load().Ring(size)
    for value in values:
        made.append(value)
    return made


@lab.check("1: a ring keeps the last values")
def length():
    for n in range(6):
        lab.equal(len(ring(3, *range(n))), min(n, 3), call=f"len of a ring of 3 after {n} values",
                  reply="too_many" if n > 3 else None)


@lab.check("2: 0 is the oldest value and -1 the newest")
def by_index():
    made = ring(3, 1, 2, 3, 4, 5)
    for i, expected in [(0, 3), (2, 5), (-1, 5), (-3, 3), (True, 4)]:
        outcome = lab.calls(lambda: made[i])
        lab.true(outcome.error is None, f"ring[{i}] raised {outcome.error!r}.",
                 reply="negative" if isinstance(outcome.error, IndexError) else None)
        lab.equal(outcome.value, expected, call=f"ring[{i}] of 3, 4, 5", reply="wrong_end")


@lab.check("2: an index out of range is an IndexError, one of a wrong type a TypeError")
def bad_index():
    made = ring(5, 1, 2, 3)
    for i in (3, -4, 100, -100):
        lab.raises(IndexError, lambda: made[i], call=f"ring[{i}] of three values", reply="negative")
    for i in ("1", 1.0, None):
        lab.raises(TypeError, lambda: made[i], call=f"ring[{i!r}]", reply="text_index")


@lab.check("3: a slice gives what the slice of a list would")
def slices():
    made, values = ring(4, *range(7)), [3, 4, 5, 6]
    edges = (None, 0, 1, 3, 4, -1, -2, -4)
    for a, b in ((2, 99), (-99, 2), (50, 60)):
        outcome = lab.calls(lambda: made[a:b])
        lab.true(outcome.error is None and outcome.value == values[a:b], f"ring[{a}:{b}] of 3, 4, 5, 6 gave "
                 f"{outcome.error or outcome.value!r}.",
                 reply="cut_slice" if isinstance(outcome.error, IndexError) else "no_slices")
    for a, b, c in itertools.product(edges, edges, (None, 1, 2, -1, -3)):
        outcome = lab.calls(lambda: made[a:b:c])
        lab.true(outcome.error is None and outcome.value == values[a:b:c], f"ring[{a}:{b}:{c}] of 3, 4, 5, 6 gave "
                 f"{outcome.error or outcome.value!r}.", reply="no_slices")


@lab.check("4: a value can be replaced, but no slice")
def assignment():
    made = ring(3, *range(5))

    def put(key, value):
        made[key] = value
    for i, value in ((0, "a"), (-1, "z")):
        outcome = lab.calls(put, i, value)
        lab.true(outcome.error is None, f"ring[{i}] = {value!r} raised {outcome.error!r}.")
    lab.equal([made[0], made[1], made[2]], ["a", 3, "z"], call="the values after two assignments", reply="wrong_end")
    lab.raises(IndexError, put, 3, "x", call="ring[3] = 'x' in a ring of three")
    lab.raises(TypeError, put, "0", "x", call="ring['0'] = 'x'", reply="text_index")
    lab.raises(TypeError, put, slice(0, 2), [1, 2], call="ring[0:2] = [1, 2]", reply="slice_assignment")


@lab.check("5: loops, in and reversed work")
def loops():
    made = ring(3, *range(5))
    outcome = lab.calls(lambda: list(itertools.islice(iter(made), 20)))
    lab.true(outcome.error is None and outcome.value == [2, 3, 4], f"The values of a loop over 2, 3, 4 are "
             f"{outcome.error or outcome.value!r}.", reply="never_ends")
    lab.equal([(a, b) for a in made for b in made], list(itertools.product([2, 3, 4], repeat=2)),
              call="two nested loops")
    lab.equal((3 in made, 1 in made), (True, False), call="(3 in ring, 1 in ring)")
    lab.equal(list(reversed(made)), [4, 3, 2], call="list(reversed(ring))")
    lab.equal(list(ring(2)), [], call="a loop over an empty ring")

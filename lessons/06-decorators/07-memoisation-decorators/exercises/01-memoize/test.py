"""Checks for memoize."""
import lab


def cached(maxsize, answer=lambda *args: args):
    """Return a memoized function and the list of its real calls."""
    ran = []

    def work(*args):
        ran.append(args)
        return answer(*args)
    return lab.load().memoize(maxsize)(work), ran


@lab.check("a result is computed once, whatever it is")
def once():
    for result in ("A", None, 0, ""):
        function, ran = cached(3, lambda *args: result)
        found = [function("a"), function("a"), function()]
        lab.equal(found, [result] * 3, call=f"three calls of a function that returns {result!r}")
        lab.true(len(ran) == 2, f"A function that returns {result!r} was called with 'a', 'a' and nothing, and ran for {ran}.",
                 reply="runs_again")
    lab.equal((function.__name__, function.results), ("work", {("a",): "", (): ""}), call="the name and the results")
    lab.true("lru_cache" not in lab.source() and "functools.cache" not in lab.source(), "Build it yourself.")


@lab.check("no more than maxsize results are kept")
def bounded():
    for maxsize in (1, 3):
        function, _ = cached(maxsize)
        for number in range(5):
            function(number)
            lab.true(len(function.results) <= maxsize, f"With maxsize {maxsize} there are {len(function.results)} results.",
                     reply="too_many")
        lab.equal(list(function.results), [(number,) for number in range(5 - maxsize, 5)],
                  call=f"the keys that are left of 0 to 4, with maxsize {maxsize},", reply="drops_wrong")


@lab.check("the least recently used result is dropped")
def recent():
    function, ran = cached(2)
    for letter in "abac":
        function(letter)
    lab.equal(set(function.results), {("a",), ("c",)}, call="the keys after calls with a, b, a, c, and maxsize 2,",
              reply="drops_wrong")
    lab.equal(ran, [("a",), ("b",), ("c",)], call="the real calls for a, b, a, c")


@lab.check("arguments that cannot be hashed bypass the cache")
def unhashable():
    function, ran = cached(2, lambda values: len(values))
    outcomes = [lab.calls(function, [1, 2]) for _ in range(2)]
    lab.true([each.value for each in outcomes] == [2, 2], f"Called with [1, 2], the function gave "
             f"{outcomes[0].error or outcomes[0].value!r}.", reply="unhashable_fails")
    lab.equal((len(ran), function.results), (2, {}), call="the number of real calls and the results")


@lab.check("an exception is not kept, and the function ran once")
def failing():
    def answer(text):
        raise TypeError(f"not {text}")
    function, ran = cached(2, answer)
    outcome = lab.calls(function, "a")
    lab.true(isinstance(outcome.error, TypeError), f"A function that raises gave {outcome.value!r}.")
    lab.true(len(ran) == 1, f"A function that raises a TypeError ran {len(ran)} times for one call.", reply="runs_twice")
    lab.equal(function.results, {}, call="the results after an exception", reply="error_kept")


@lab.check("each function has a cache of its own")
def own():
    memo = lab.load().memoize(2)
    one, two = memo(lambda x: x), memo(lambda x: -x)
    one(1)
    lab.equal(two(1), -1, call="a second function under the same decorator", reply="shared_cache")

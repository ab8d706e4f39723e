"""Checks for memo-object."""
import lab


def watched(result=None, failures=()):
    calls = []

    def function(*args):
        calls.append(args)
        if len(calls) in failures:
            raise ValueError("not now")
        return sum(args) if result is None else result[0]
    return function, calls


@lab.check("it gives the results of the function, for any number of arguments")
def results():
    function, calls = watched()
    memo = lab.load().Memo(function)
    for args in ((3,), (1, 2, 3), ()):
        outcome = lab.calls(memo, *args)
        lab.true(outcome.error is None, f"memo{args} raised {outcome.error!r}.",
                 reply="one_argument" if len(args) != 1 and isinstance(outcome.error, TypeError) else None)
        lab.equal(outcome.value, sum(args), call=f"memo{args}")


@lab.check("it calls the function once for the same arguments, and counts")
def counts():
    function, calls = watched()
    memo = lab.load().Memo(function)
    for args in ((3,), (3,), (1, 2), (3,), (2, 1)):
        memo(*args)
    lab.equal(calls, [(3,), (1, 2), (2, 1)], call="the list of calls of the function")
    lab.equal((memo.hits, memo.misses), (2, 3), call="(hits, misses)")


@lab.check("false results are remembered as well")
def false_results():
    for value in (None, 0, ""):
        function, calls = watched(result=[value])
        memo = lab.load().Memo(function)
        memo(1)
        lab.equal(memo(1), value, call="the second answer")
        lab.true(len(calls) == 1, f"The function returned {value!r}, and was called {len(calls)} times.",
                 reply="none_again")


@lab.check("each object has its own memory")
def own_memory():
    main = lab.load()
    first, second = main.Memo(lambda n: n + 1), main.Memo(lambda n: n * 10)
    first(5)
    lab.equal(second(5), 50, call="the answer of a second object", reply="shared_cache")


@lab.check("a failure reaches the caller and is not remembered")
def failure():
    function, calls = watched(failures=(1,))
    memo = lab.load().Memo(function)
    lab.raises(ValueError, memo, 2, call="memo(2), when the function fails,")
    outcome = lab.calls(memo, 2)
    lab.true(outcome.error is None and outcome.value == 2, f"The second call of memo(2) gave "
             f"{outcome.error or outcome.value!r}.", reply="remembers_failure")
    lab.equal(memo.misses, 2, call="misses", reply="remembers_failure")


@lab.check("forget forgets")
def forgets():
    function, calls = watched()
    memo = lab.load().Memo(function)
    memo(1)
    memo(1)
    memo.forget()
    lab.equal((memo.hits, memo.misses), (0, 0), call="(hits, misses) after forget()", reply="still_known")
    memo(1)
    lab.equal(len(calls), 2, call="the number of calls of the function", reply="still_known")

"""Checks for circuit-breaker."""
import lab


def story(limit, *endings):
    """Call a guarded function that ends like this, call by call; tell what came."""
    calls = []

    def service():
        ending = endings[len(calls)]
        calls.append(ending)
        if isinstance(ending, Exception):
            raise ending
        return ending
    guarded = lab.load().breaker(service, limit)
    outcomes = [lab.calls(guarded) for _ in endings]
    for outcome in outcomes:
        lab.true(not isinstance(outcome.error, UnboundLocalError), f"The guarded call raised {outcome.error!r}.",
                 reply="unbound")
    return outcomes, calls


@lab.check("arguments go in, and the result comes out")
def passes():
    guarded = lab.load().breaker(sorted, 2)
    outcome = lab.calls(guarded, "bca", reverse=True)
    lab.true(not isinstance(outcome.error, UnboundLocalError), f"The guarded call raised {outcome.error!r}.",
             reply="unbound")
    lab.true(outcome.error is None, f"breaker(sorted, 2)('bca', reverse=True) raised {outcome.error!r}.")
    lab.equal(outcome.value, ["c", "b", "a"], call="breaker(sorted, 2)('bca', reverse=True)", reply="result_lost")


@lab.check("a failure reaches the caller as it is")
def fails():
    error = ValueError("bad")
    outcomes, _ = story(3, error)
    lab.true(outcomes[0].error is error, f"The service raised {error!r}, and the caller got "
             f"{outcomes[0].error or outcomes[0].value!r}.", reply="swallowed")


@lab.check("after that many failures in a row, the function is not called")
def opens():
    for limit in (1, 2, 3):
        outcomes, calls = story(limit, *[OSError("down")] * limit, "up", "up")
        *before, _, last = outcomes
        lab.true(len(calls) == limit, f"With the limit {limit}, a function that fails in {limit} of "
                 f"{len(outcomes)} calls was called {len(calls)} times.", reply="never_opens")
        found = [type(outcome.error) for outcome in before]
        lab.true(found == [OSError] * limit, "The function raised OSError('down') at each call up to the limit. "
                 f"With the limit {limit}, the caller got "
                 f"{[outcome.error or outcome.value for outcome in before]}.", reply="too_early")
        lab.true(isinstance(last.error, RuntimeError) and "circuit open" in str(last.error),
                 f"The open circuit gave {last.error or last.value!r} instead of RuntimeError('circuit open').")


@lab.check("a success starts the count again")
def resets():
    down = OSError("down")
    outcomes, calls = story(2, down, "up", down, "up", down, down, "up")
    lab.true(len(calls) == 6, "With the limit 2 and down, up, down, up, down, down, up the function was called "
             f"{len(calls)} times instead of 6.", reply="no_reset")


@lab.check("each breaker counts for itself")
def independent():
    breaker = lab.load().breaker
    one, two = breaker(int, 1), breaker(int, 1)
    lab.calls(one, "x")
    lab.equal(lab.calls(two, "7").value, 7, call="a second breaker, after the first has opened,", reply="shared_count")

"""Checks for borrowed-connection."""
import lab


class Pool:
    """Writes down what is taken and given back."""

    def __init__(self, failure=None):
        self.failure, self.events = failure, []

    def acquire(self):
        if self.failure:
            raise self.failure
        self.events.append("acquire")
        return "connection 7"

    def release(self, connection):
        self.events.append(f"release {connection}")


def run_query(error=None, result=None, pool=None):
    def query(connection):
        pool.events.append(f"query on {connection}")
        if error:
            raise error
        return result
    pool = pool or Pool()
    return lab.calls(lab.load().run_query, pool, query), pool.events


def released_once(reply, *errors):
    for error in errors:
        outcome, events = run_query(error)
        count = events.count("release connection 7")
        story = f"The query raised {error!r}; the pool saw {events}; run_query gave {outcome.error or outcome.value!r}."
        lab.true(count > 0, story, reply=reply)
        lab.true(count == 1, story, reply="given_back_twice")
        lab.true(outcome.error is error, story, reply="failure_hidden")


@lab.check("after a query that works, the result is returned and the connection is back")
def works():
    for result in (["row"], None, 0):
        outcome, events = run_query(result=result)
        lab.equal(outcome.value, result, call="the result of run_query")
        lab.true(len(events) <= 3, f"The pool saw {events}.", reply="given_back_twice")
        lab.equal(events, ["acquire", "query on connection 7", "release connection 7"], call="what happened, in order,")


@lab.check("after a query that fails, the connection is back and the exception gets out")
def fails():
    released_once("lost_on_failure", ValueError("no such table"), TimeoutError("too slow"))


@lab.check("after Ctrl-C and sys.exit the connection is back as well")
def stopped():
    released_once("lost_on_stop", KeyboardInterrupt(), SystemExit(1))


@lab.check("when acquire fails, its exception gets out and nothing is given back")
def nothing_acquired():
    error = TimeoutError("pool is empty")
    outcome, events = run_query(pool=Pool(error))
    lab.true(outcome.error is error and not events, f"acquire raised {error!r}; run_query gave "
             f"{outcome.error or outcome.value!r}, and the pool saw {events}.", reply="acquired_inside")

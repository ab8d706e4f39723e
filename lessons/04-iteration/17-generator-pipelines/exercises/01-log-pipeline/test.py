"""Checks for log-pipeline, one or two for each step."""
import lab

LOG = ["web1 /cart 200 12", "restarting...", "web2 /cart 500 91", "web1 /pay 500 thirty",
       "", "web1 /pay 500 30", "web1 /cart 500 7"]


class Source:
    def __init__(self, values):
        self.values, self.n_taken = values, 0

    def __iter__(self):
        for value in self.values:
            self.n_taken += 1
            yield value


def listed(name, source, *args, **kwargs):
    it = getattr(lab.load(), name)(source, *args, **kwargs)
    lab.true(hasattr(it, "__next__"), f"{name} returned a {type(it).__name__}.", reply="not_an_iterator")
    outcome = lab.calls(lambda: list(it))
    lab.true(outcome.error is None, f"Consuming {name} raised {outcome.error!r}.",
             reply="dies_of_bad_line" if name == "records" else None)
    return outcome.value


def record(host, path, status, ms):
    return {"host": host, "path": path, "status": status, "ms": ms}


RECORDS = [record("web1", "/cart", 200, 12), record("web2", "/cart", 500, 91),
           record("web1", "/pay", 500, 30), record("web1", "/cart", 500, 7)]


@lab.check("Step 1: records parses the good lines and skips the bad ones")
def step_1():
    lab.equal(listed("records", LOG), RECORDS, call=f"list(records({LOG!r}))")


@lab.check("Step 1: an exception thrown in at the yield is not swallowed")
def step_1_throw():
    it = lab.load().records(LOG)
    lab.calls(next, it)
    if hasattr(it, "throw"):
        outcome = lab.calls(it.throw, ValueError("from outside"))
        lab.true(isinstance(outcome.error, ValueError), f"it.throw(ValueError) gave {outcome.value!r}.",
                 reply="hides_errors")


@lab.check("Step 2: containing lets pass what contains all words")
def step_2():
    lines = ["red tea", "green tea", "green cup"]
    lab.equal(listed("containing", lines, ["tea"]), lines[:2], call="containing with ['tea']")
    for words in (["green", "tea"], ["tea", "green"]):
        lab.equal(listed("containing", lines, words), ["green tea"], call=f"containing with {words}",
                  reply="last_word_only")
    lab.equal(listed("containing", lines, []), lines, call="containing without words")


@lab.check("Step 3: only compares the fields that are asked for")
def step_3():
    lab.equal(listed("only", RECORDS, host="web1", status=500), RECORDS[2:], call="only(..., host='web1', status=500)")
    lab.equal(listed("only", RECORDS, ms=91), RECORDS[1:2], call="only(..., ms=91)")


@lab.check("Step 4: columns makes tuples")
def step_4():
    lab.equal(listed("columns", RECORDS[:2], "ms", "host"), [(12, "web1"), (91, "web2")],
              call="columns(..., 'ms', 'host')", reply="wrong_columns")
    lab.equal(listed("columns", RECORDS[:1], "path"), [("/cart",)], call="columns(..., 'path')",
              reply="wrong_columns")


@lab.check("Step 5: first_failures puts it all together")
def step_5():
    lab.equal(listed("first_failures", LOG, 2), [("web2", "/cart"), ("web1", "/pay")], call="first_failures(log, 2)")
    lab.equal(len(listed("first_failures", LOG, 9)), 3, call="the number of all failures")


@lab.check("Step 5: no line is read that is not needed")
def step_5_lazy():
    source = Source(LOG * 10)
    found = lab.calls(lambda: list(lab.load().first_failures(source, 1))).value
    lab.equal(found, [("web2", "/cart")], call="first_failures(log, 1)")
    lab.true(source.n_taken == 3, f"The first failure is on line 3, and {source.n_taken} lines were read.",
             reply="reads_ahead")

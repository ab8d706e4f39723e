"""Checks for where-is-it."""
import lab

LINES = ["ok", "disk full", "ok", "disk gone", "bye"]
FOUND = ["4: disk gone", "2: disk full"]


def where_is(lines, word):
    outcome = lab.calls(lab.load().where_is, lines, word)
    if outcome.error is not None:
        raise outcome.error
    return outcome.value


@lab.check("the lines may come from a generator")
def any_iterable():
    outcome = lab.calls(lab.load().where_is, (line for line in ["disk"]), "cpu")
    lab.true(outcome.error is None, f"For a generator where_is raised {outcome.error!r}.",
             reply="needs_a_sequence")
    lab.equal(outcome.value, [], call="the result without a match")


@lab.check("the lines found are numbered from 1, and the last comes first")
def numbers():
    found = where_is(list(LINES), "disk")
    reply = None
    if found == FOUND[::-1]:
        reply = "oldest_first"
    elif found in (["3: disk gone", "1: disk full"], ["1: disk full", "3: disk gone"]):
        reply = "from_zero"
    elif found in (["2: disk gone", "4: disk full"], ["4: disk full", "2: disk gone"]):
        reply = "counts_backward"
    lab.equal(found, FOUND, call=f"where_is({LINES!r}, 'disk')", reply=reply)


@lab.check("equal lines keep their own numbers")
def duplicates():
    lab.equal(where_is(["full", "ok", "full"], "full"), ["3: full", "1: full"],
              call="where_is(['full', 'ok', 'full'], 'full')", reply="equal_lines")


@lab.check("the lines are left as they were")
def untouched():
    lines = list(LINES)
    where_is(lines, "disk")
    lab.equal(lines, LINES, call="the list of lines after the call", reply="your_list")

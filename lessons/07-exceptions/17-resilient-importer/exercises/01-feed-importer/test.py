"""Checks for feed-importer, one or two for each step."""

import pickle

import lab

BAD = ["lamp;3;19.90", "chair;two;45", "rug;1", "clock;5;9.50"]
GOOD = ["desk;1;240"]


def fetching(**feeds):
    """Return a fetch function: lines are returned, exceptions raised, one a call if in a list."""

    def fetch(feed):
        calls.append(feed)
        answer = feeds[feed]
        if isinstance(answer, list) and isinstance(answer[0], BaseException):
            answer = answer.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    calls = fetch.calls = []
    return fetch


def ended(name, *args):
    """Call a function of importer.py; return (outcome, store, errors module)."""
    lab.load()
    import errors
    import importer
    import store

    shop = store.Store()
    outcome = lab.calls(getattr(importer, name), *args, shop)
    return outcome, shop, errors


def leaves(error):
    inner = getattr(error, "exceptions", None)
    return [error] if inner is None else [leaf for it in inner for leaf in leaves(it)]


def told(error):
    return [str(leaf) for leaf in leaves(error)]


@lab.check("Step 1: the exceptions have a base, fields, messages, and survive pickle")
def step_1():
    errors = lab.load("errors")
    bad, gone = errors.BadLine("bolt", 2, "rug;1"), errors.FeedUnavailable("acme", 3)
    for error, message in [(bad, "bolt, line 2: 'rug;1'"),
                           (gone, "acme: no answer after 3 attempts")]:
        lab.true(isinstance(error, errors.ImportProblem),
                 f"A {type(error).__name__} should be an ImportProblem.")
        lab.equal(str(error), message, call=f"str() of a {type(error).__name__}")
        packed = pickle.dumps(error)
        back = lab.calls(pickle.loads, packed)
        lab.true(back.error is None and str(back.value) == message, f"After pickling, {error!r} "
                 f"should be the same, but there was {back.error or back.value!r}.",
                 reply="does_not_travel")
    lab.equal((bad.feed, bad.number, bad.text, gone.feed, gone.attempts),
              ("bolt", 2, "rug;1", "acme", 3), call="The fields")


@lab.check("Step 2: parse_line translates what is wrong with a line, and only that")
def step_2():
    importer = lab.load("importer")
    import errors

    lab.equal(importer.parse_line("acme", 1, BAD[0]), ("lamp", 3, 1990), call="A good line")
    for text in ["chair;two;45", "rug;1", "a;1;2;3", "lamp;1;free"]:
        error = lab.raises(errors.BadLine, importer.parse_line, "acme", 1, text)
        lab.true(isinstance(error.__cause__, ValueError), f"The cause of {error!r} should be a "
                 f"ValueError, but it is {error.__cause__!r}.", reply="no_cause")
    lab.raises(AttributeError, importer.parse_line, "acme", 1, None)


@lab.check("Step 3: fetch_lines tries again after a ConnectionError only")
def step_3():
    importer = lab.load("importer")
    import errors

    last = ConnectionError("third")
    fetch = fetching(acme=[ConnectionError("first"), ConnectionError("second"), last, None],
                     bolt=[ConnectionResetError("first"), PermissionError("no")])
    error = lab.raises(errors.FeedUnavailable, importer.fetch_lines, "acme", fetch)
    lab.equal((len(fetch.calls), error.attempts), (3, 3), call="The number of attempts")
    lab.true(error.__cause__ is last, "The cause should be the last ConnectionError, but it is "
             f"{error.__cause__!r}.")
    outcome = lab.calls(importer.fetch_lines, "bolt", fetch)
    lab.true(isinstance(outcome.error, PermissionError), "A PermissionError should leave at once, "
             f"but there was {outcome.error or outcome.value!r}.", reply="retries_too_much")
    once = fetching(acme=[ConnectionError("only"), None])
    lab.raises(errors.FeedUnavailable, importer.fetch_lines, "acme", once, 1)


@lab.check("Step 4: import_feed stores a feed as a whole, and reports all bad lines")
def step_4():
    outcome, shop, errors = ended("import_feed", "bolt", fetching(bolt=BAD))
    found = told(outcome.error)
    wanted = ["bolt, line 2: 'chair;two;45'", "bolt, line 3: 'rug;1'"]
    lab.true(isinstance(outcome.error, ExceptionGroup) and found == wanted,
             f"import_feed() should raise a group of {wanted}, but there was {outcome.error!r}.",
             reply="first_line_only" if found == wanted[:1] else None)
    lab.true(shop.rows == [], f"Nothing should be stored, but there is {shop.rows}.",
             reply="half_a_feed")
    outcome, shop, errors = ended("import_feed", "acme", fetching(acme=GOOD))
    lab.equal(shop.rows, [("desk", 1, 24000)], call="The rows of a good feed")


@lab.check("Step 4: whatever interrupts a feed, nothing is left pending")
def step_4_undo():
    for failure in [TypeError("bug"), KeyboardInterrupt()]:

        def lines():
            yield GOOD[0]
            raise failure

        outcome, shop, errors = ended("import_feed", "acme", fetching(acme=lines()))
        lab.true(outcome.error is failure, f"A {failure!r} should travel on, but there was "
                 f"{outcome.error!r}.")
        lab.true(not shop.pending and not shop.rows, f"After a {failure!r} nothing should be "
                 f"pending, but there is {shop.pending + shop.rows}.", reply="left_pending")


@lab.check("Step 5: import_all does what can be done, and tells the rest as one group")
def step_5():
    fetch = fetching(bolt=BAD, acme=ConnectionError("asleep"), cove=GOOD)
    outcome, shop, errors = ended("import_all", ["bolt", "acme", "cove"], fetch)
    lab.true("cove" in fetch.calls, "The third feed should be imported although two others failed.",
             reply="gives_up_early")
    lab.equal(shop.rows, [("desk", 1, 24000)], call="The rows in the store")
    wanted = ["bolt, line 2: 'chair;two;45'", "bolt, line 3: 'rug;1'",
              "acme: no answer after 3 attempts"]
    lab.true(isinstance(outcome.error, ExceptionGroup) and told(outcome.error) == wanted,
             f"import_all() should raise a group of {wanted}, but there was {outcome.error!r}.")
    bug = TypeError("bug")
    outcome, shop, errors = ended("import_all", ["bolt", "acme"], fetching(bolt=BAD, acme=bug))
    lab.true(outcome.error is bug, f"A TypeError should leave at once, but there was {outcome.error!r}.")


def status(fetch, *feeds):
    main = lab.load()
    import store

    return lab.calls(main.main, list(feeds), fetch, store.Store())


@lab.check("Step 6: main prints one line for each problem, and returns 1")
def step_6():
    outcome = status(fetching(acme=GOOD, bolt=BAD), "bolt", "acme")
    lab.equal(outcome.value, 1, call="The exit status after problems")
    for part in ["bolt, line 2: 'chair;two;45' (ValueError: invalid literal",
                 "bolt, line 3: 'rug;1' (ValueError: not enough values"]:
        lab.true(part in outcome.output, f"The report should contain {part!r}, but it is:\n"
                 f"{outcome.output}")


@lab.check("Step 6: main reports a bug with its traceback, and returns 2")
def step_6_bug():
    outcome = status(fetching(acme=TypeError("a bug")), "acme")
    lab.true(outcome.value == 2 and "Traceback" in outcome.output and "a bug" in outcome.output,
             f"After a TypeError, main() should print its traceback and return 2, but there was "
             f"{outcome.error or outcome.value!r} and the output:\n{outcome.output}",
             reply="hides_bug")
    lab.equal(status(fetching(acme=GOOD), "acme").value, 0, call="The exit status of a good night")

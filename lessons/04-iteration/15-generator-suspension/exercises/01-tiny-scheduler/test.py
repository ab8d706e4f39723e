"""Checks for tiny-scheduler."""
import lab


def asking(name, n):
    """A task that asks n times and returns what it was told."""
    told = []
    for number in range(n):
        told.append((yield f"{name}{number}"))
    return f"{name}: {told}"


def expected(name, n):
    told = [f"<{name}{number}>" for number in range(n)]
    return f"{name}: {told}"


def drive(function, tasks, asked):
    def answer(request):
        asked.append(request)
        return f"<{request}>"
    outcome = lab.calls(function, tasks, answer)
    lab.true("just-started" not in str(outcome.error), f"There was a {outcome.error!r}.",
             reply="primed_wrong")
    lab.true(outcome.error is None, f"There was a {outcome.error!r}.")
    return outcome.value


@lab.check("run answers each request and returns the result")
def one_task():
    found = drive(lab.load().run, asking("a", 2), [])
    reply = None
    if found == "a: [None, None]":
        reply = "never_sent"
    elif not str(found).startswith("a: "):
        reply = "lost_value"
    lab.equal(found, expected("a", 2), call="the result of a task with two requests", reply=reply)


@lab.check("run takes a task without requests")
def no_request():
    lab.equal(drive(lab.load().run, asking("b", 0), []), "b: []", call="the result of a task without requests",
              reply="lost_value")


@lab.check("run_all lets the tasks take turns")
def turns():
    asked = []
    drive(lab.load().run_all, [asking("a", 3), asking("b", 1), asking("c", 2)], asked)
    lab.true(asked == ["a0", "b0", "c0", "a1", "c1", "a2"], f"The requests came in the order {asked}.",
             reply="one_by_one")


@lab.check("run_all returns the results in the order of the tasks")
def results():
    main = lab.load()
    sizes = [("a", 3), ("b", 0), ("c", 2)]
    found = drive(main.run_all, [asking(*it) for it in sizes], [])
    lab.equal(found, [expected(*it) for it in sizes], call="the list of results", reply="order_of_end")
    lab.equal(drive(main.run_all, [], []), [], call="the results of no tasks")

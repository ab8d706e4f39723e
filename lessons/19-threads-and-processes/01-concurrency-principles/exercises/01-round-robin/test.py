"""Checks for round-robin."""
import lab


def task(name, n, steps):
    for _ in range(n):
        steps.append(name)
        yield
    return n * 10


def scheduled(sizes, slice_steps):
    steps = []
    tasks = [(name, task(name, n, steps)) for name, n in sizes.items()]
    outcome = lab.calls(lab.load().run_all, tasks, slice_steps)
    if outcome.error is not None:
        lab.fail(f"run_all raised {outcome.error!r}.")
    return "".join(steps), outcome.value


@lab.check("tasks take turns, one step each, when a slice is one step")
def turns():
    steps, _ = scheduled({"a": 3, "b": 1, "c": 3}, 1)
    lab.true(not steps.startswith("aaa"), f"The steps came in the order {steps}.", reply="one_after_the_other")
    lab.equal(sorted(steps), sorted("abcacac"), call="the steps that were made, sorted")


@lab.check("a task that has ended leaves the line, and nobody loses a turn")
def nobody_skipped():
    steps, _ = scheduled({"a": 1, "b": 3, "c": 3}, 1)
    lab.equal(steps, "abcbcbc", call="the order of the steps for tasks of 1, 3 and 3 steps", reply="task_skipped")


@lab.check("a slice is as many steps as asked for")
def slices():
    for slice_steps, wanted in ((2, "aabbaabba"), (3, "aaabbbaab"), (10, "aaaaabbbb")):
        steps, _ = scheduled({"a": 5, "b": 4}, slice_steps)
        lab.equal(steps, wanted, call=f"the order of the steps with slices of {slice_steps}", reply="slice_ignored")


@lab.check("the result tells what each task returned, in the order in which they ended")
def results():
    _, result = scheduled({"long": 5, "short": 1, "none": 0}, 1)
    names = [name for name, _ in result]
    lab.equal(names, ["none", "short", "long"], call="the order of the names", reply="order_of_tasks")
    lab.equal(result, [("none", 0), ("short", 10), ("long", 50)], call="the result", reply="value_lost")
    lab.equal(scheduled({}, 1)[1], [], call="run_all([], 1)")

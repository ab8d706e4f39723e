from itertools import islice

NOTHING = object()


def run_all(tasks, slice_steps):
    finished = []

    def kept(name, task):
        finished.append((name, (yield from task)))

    line = [(name, kept(name, task)) for name, task in tasks]
    while line:
        name, task = line.pop(0)
        steps = sum(1 for _ in islice(task, slice_steps))
        if steps == slice_steps:
            line.append((name, task))
    return finished

def stepping(task, answer):
    """Yield after each step of the task; return its result."""
    try:
        request = next(task)
        while True:
            value = answer(request)
            yield
            request = task.send(value)
    except StopIteration as end:
        return end.value


def run_all(tasks, answer):
    waiting = {i: stepping(task, answer) for i, task in enumerate(tasks)}
    results = [None] * len(tasks)
    while waiting:
        for i, steps in list(waiting.items()):
            try:
                next(steps)
            except StopIteration as end:
                results[i] = end.value
                del waiting[i]
    return results


def run(task, answer):
    (result,) = run_all([task], answer)
    return result

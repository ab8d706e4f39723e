def run(task, answer):
    """Drive one task to its end, and return its result."""
    return run_all([task], answer)[0]


def run_all(tasks, answer):
    """Drive all tasks in turns, and return their results."""
    results = [None] * len(tasks)
    waiting = [(index, task, None) for index, task in enumerate(tasks)]
    while waiting:
        later = []
        for index, task, value in waiting:
            try:
                request = task.send(value)
            except StopIteration as end:
                results[index] = end.value
            else:
                later.append((index, task, answer(request)))
        waiting = later
    return results

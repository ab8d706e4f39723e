def run(task, answer):
    value = None
    try:
        while True:
            value = answer(task.send(value))
    except StopIteration as end:
        return end.value


def run_all(tasks, answer):
    results = {}
    values = [None] * len(tasks)
    while len(results) < len(tasks):
        for i, task in enumerate(tasks):
            if i not in results:
                try:
                    values[i] = answer(task.send(values[i]))
                except StopIteration as end:
                    results[i] = end.value
    return [results[i] for i in range(len(tasks))]

# expect: order_of_end
def run(task, answer):
    return run_all([task], answer)[0]


def run_all(tasks, answer):
    results = []
    ready = [(task, None) for task in tasks]
    while ready:
        task, value = ready.pop(0)
        try:
            ready.append((task, answer(task.send(value))))
        except StopIteration as end:
            results.append(end.value)
    return results

# expect: primed_wrong
def run(task, answer):
    value = ""
    try:
        while True:
            value = answer(task.send(value))
    except StopIteration as end:
        return end.value


def run_all(tasks, answer):
    return [run(task, answer) for task in tasks]

# expect: never_sent
def run(task, answer):
    try:
        while True:
            answer(next(task))
    except StopIteration as end:
        return end.value


def run_all(tasks, answer):
    return [run(task, answer) for task in tasks]

# expect: lost_value
def run(task, answer):
    value = None
    while True:
        try:
            value = answer(task.send(value))
        except StopIteration:
            return value


def run_all(tasks, answer):
    return [run(task, answer) for task in tasks]

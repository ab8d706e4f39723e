# expect: task_skipped
def run_all(tasks, slice_steps):
    tasks = list(tasks)
    finished = []
    while tasks:
        for entry in tasks:
            name, task = entry
            try:
                for _ in range(slice_steps):
                    next(task)
            except StopIteration as end:
                finished.append((name, end.value))
                tasks.remove(entry)
    return finished

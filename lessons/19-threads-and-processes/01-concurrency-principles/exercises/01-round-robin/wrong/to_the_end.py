# expect: one_after_the_other
def run_all(tasks, slice_steps):
    finished = []
    for name, task in tasks:
        while True:
            try:
                next(task)
            except StopIteration as end:
                finished.append((name, end.value))
                break
    return finished

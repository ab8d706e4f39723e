def one_slice(task, steps):
    """Let a task run; return (has it ended, what it returned)."""
    for _ in range(steps):
        try:
            next(task)
        except StopIteration as end:
            return True, end.value
    return False, None


def run_all(tasks, slice_steps):
    finished = []
    while tasks:
        left = []
        for name, task in tasks:
            is_done, value = one_slice(task, slice_steps)
            if is_done:
                finished.append((name, value))
            else:
                left.append((name, task))
        tasks = left
    return finished

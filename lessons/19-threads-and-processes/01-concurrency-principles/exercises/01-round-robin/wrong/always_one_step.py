# expect: slice_ignored
from collections import deque


def run_all(tasks, slice_steps):
    ready = deque(tasks)
    finished = []
    while ready:
        name, task = ready.popleft()
        try:
            next(task)
        except StopIteration as end:
            finished.append((name, end.value))
        else:
            ready.append((name, task))
    return finished

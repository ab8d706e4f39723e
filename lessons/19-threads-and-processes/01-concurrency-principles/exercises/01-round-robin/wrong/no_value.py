# expect: value_lost
from collections import deque


def run_all(tasks, slice_steps):
    ready = deque(tasks)
    finished = []
    while ready:
        name, task = ready.popleft()
        for _ in range(slice_steps):
            try:
                value = next(task)
            except StopIteration:
                finished.append((name, value))
                break
        else:
            ready.append((name, task))
        value = None
    return finished

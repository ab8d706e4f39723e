# expect: order_of_tasks
from collections import deque


def run_all(tasks, slice_steps):
    ready = deque(tasks)
    values = {}
    while ready:
        name, task = ready.popleft()
        try:
            for _ in range(slice_steps):
                next(task)
        except StopIteration as end:
            values[name] = end.value
        else:
            ready.append((name, task))
    return [(name, values[name]) for name, task in tasks]

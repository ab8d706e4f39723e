# expect: starting_order
from collections import deque


def run_all(jobs):
    results = dict.fromkeys(jobs)
    waiting = deque(jobs)
    while waiting:
        name = waiting.popleft()
        try:
            next(jobs[name])
            waiting.append(name)
        except StopIteration as end:
            results[name] = end.value
    return results

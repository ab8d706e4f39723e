from collections import deque


def run_all(tasks, slice_steps):
    """Run all tasks in turns; return (name, value) pairs in the order in which they ended."""
    ready = deque(tasks)
    finished = []
    while ready:
        name, task = ready.popleft()
        try:
            for _ in range(slice_steps):
                next(task)
        except StopIteration as end:
            finished.append((name, end.value))
        else:
            ready.append((name, task))
    return finished


def count(name, n):
    for number in range(n):
        print(name, number)
        yield
    return n


if __name__ == "__main__":
    print(run_all([("long", count("long", 5)), ("short", count("short", 2))], 2))

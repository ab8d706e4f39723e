from collections import deque


def run_all(jobs):
    """Run generators in turns; return what each returned, in the order of ending."""
    results = {}
    waiting = deque(jobs.items())
    while waiting:
        name, job = waiting.popleft()
        try:
            next(job)
        except StopIteration as end:
            results[name] = end.value
        else:
            waiting.append((name, job))
    return results


def count(name, n):
    for number in range(n):
        print(name, number)
        yield
    return n


if __name__ == "__main__":
    print(run_all({"a": count("a", 2), "b": count("b", 1)}))

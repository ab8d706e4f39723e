def run_all(tasks, slice_steps):
    """Run all tasks in turns; return (name, value) pairs in the order in which they ended."""
    finished = []
    for name, task in tasks:  # TODO: take turns
        for _ in task:
            pass
        finished.append((name, None))
    return finished


def count(name, n):
    for number in range(n):
        print(name, number)
        yield
    return n


if __name__ == "__main__":
    print(run_all([("long", count("long", 5)), ("short", count("short", 2))], 2))

from collections import deque


def run(task, answer):
    """Drive a task to its end and return its result."""
    return run_all([task], answer)[0]


def run_all(tasks, answer):
    """Drive tasks in turns and return their results."""
    results = [None] * len(tasks)
    ready = deque((number, task, None) for number, task in enumerate(tasks))
    while ready:
        number, task, value = ready.popleft()
        try:
            request = task.send(value)
        except StopIteration as end:
            results[number] = end.value
        else:
            ready.append((number, task, answer(request)))
    return results


def greeting(user):
    name = yield ("name", user)
    town = yield ("town", user)
    return f"{name} of {town}"


if __name__ == "__main__":
    print(run(greeting(7), lambda request: f"<{request[0]} {request[1]}>"))

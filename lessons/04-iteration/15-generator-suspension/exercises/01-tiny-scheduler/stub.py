def run(task, answer):
    """Drive a task to its end and return its result."""
    for request in task:  # TODO: the answers never reach the task
        answer(request)


def run_all(tasks, answer):
    """Drive tasks in turns and return their results."""
    return [run(task, answer) for task in tasks]  # TODO: in turns


def greeting(user):
    name = yield ("name", user)
    town = yield ("town", user)
    return f"{name} of {town}"


if __name__ == "__main__":
    print(run(greeting(7), lambda request: f"<{request[0]} {request[1]}>"))

"""Decides which failed uploads are tried again."""


def is_late(error):
    return isinstance(error, (TimeoutError, ConnectionError))


def settle(run, queue):
    try:
        run()
    except* (TimeoutError, ConnectionError) as late:
        waiting = [late]
        while waiting:
            error = waiting.pop()
            if is_late(error):
                queue.append(str(error))
            else:
                waiting.extend(reversed(error.exceptions))

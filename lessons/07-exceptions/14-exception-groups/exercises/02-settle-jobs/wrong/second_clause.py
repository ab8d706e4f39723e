# expect: swallows_rest
def leaves(group):
    for error in group.exceptions:
        if isinstance(error, ExceptionGroup):
            yield from leaves(error)
        else:
            yield error


def settle(run, queue):
    try:
        run()
    except* (TimeoutError, ConnectionError) as group:
        queue.extend(str(error) for error in leaves(group))
    except* Exception as group:
        print("giving up:", list(leaves(group)))

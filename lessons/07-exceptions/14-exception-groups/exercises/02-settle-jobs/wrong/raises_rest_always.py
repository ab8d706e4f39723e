# expect: raises_none
def leaves(group):
    for error in group.exceptions:
        if isinstance(error, ExceptionGroup):
            yield from leaves(error)
        else:
            yield error


def settle(run, queue):
    try:
        run()
    except ExceptionGroup as group:
        late, rest = group.split((TimeoutError, ConnectionError))
        if late:
            queue.extend(str(error) for error in leaves(late))
        raise rest

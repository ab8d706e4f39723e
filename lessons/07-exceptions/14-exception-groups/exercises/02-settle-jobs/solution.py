"""Decides which failed uploads are tried again."""


def leaves(group):
    """Yield the exceptions of a group that are not groups themselves."""
    for error in group.exceptions:
        if isinstance(error, ExceptionGroup):
            yield from leaves(error)
        else:
            yield error


def settle(run, queue):
    """Call run(); put temporary failures on the queue and raise the others."""
    try:
        run()
    except* (TimeoutError, ConnectionError) as group:
        queue.extend(str(error) for error in leaves(group))

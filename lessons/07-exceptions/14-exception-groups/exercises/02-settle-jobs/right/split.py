"""Decides which failed uploads are tried again."""

TEMPORARY = (TimeoutError, ConnectionError)


def messages(error):
    if isinstance(error, ExceptionGroup):
        return [text for inner in error.exceptions for text in messages(inner)]
    return [str(error)]


def settle(run, queue):
    try:
        run()
    except TEMPORARY as error:
        queue.append(str(error))
    except ExceptionGroup as group:
        late, rest = group.split(TEMPORARY)
        if late is not None:
            queue += messages(late)
        if rest is not None:
            raise rest from None

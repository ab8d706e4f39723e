def use(manager, body):
    cls = manager.__class__
    leave, enter = cls.__exit__, cls.__enter__
    value = enter(manager)
    result = None
    try:
        result = body(value)
    except BaseException as e:
        swallow = leave(manager, type(e), e, e.__traceback__)
        if not swallow:
            raise
    else:
        leave(manager, None, None, None)
    return result

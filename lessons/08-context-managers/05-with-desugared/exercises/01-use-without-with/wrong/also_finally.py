# expect: left_twice
def use(manager, body):
    enter, leave = type(manager).__enter__, type(manager).__exit__
    value = enter(manager)
    try:
        return body(value)
    except BaseException as error:
        if not leave(manager, type(error), error, error.__traceback__):
            raise
    finally:
        leave(manager, None, None, None)

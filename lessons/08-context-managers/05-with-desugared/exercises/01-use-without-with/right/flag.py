import sys


def use(manager, body):
    kind = type(manager)
    enter = kind.__enter__
    leave = kind.__exit__
    value = enter(manager)
    failed = False
    try:
        return body(value)
    except:
        failed = True
        if not leave(manager, *sys.exc_info()):
            raise
    finally:
        if not failed:
            leave(manager, None, None, None)

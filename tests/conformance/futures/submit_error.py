# Future.result: raises what the call raised; exception() returns it.
from concurrent.futures import ThreadPoolExecutor


class Odd(Exception):
    pass


def fail(value):
    raise Odd(value)


with ThreadPoolExecutor(1) as pool:
    future = pool.submit(fail, 7)
    error = future.exception()
    print(type(error).__name__, error.args, future.done(), future.cancelled())
    try:
        future.result()
    except Odd as raised:
        print(raised is error, raised.__traceback__ is not None)
    print(pool.submit(str, 1).result())

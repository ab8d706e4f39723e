from contextlib import contextmanager


@contextmanager
def borrowed(pool):
    connection = pool.acquire()
    try:
        yield connection
    finally:
        pool.release(connection)


def run_query(pool, query):
    with borrowed(pool) as connection:
        return query(connection)

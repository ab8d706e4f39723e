# expect: acquired_inside
def run_query(pool, query):
    connection = None
    try:
        connection = pool.acquire()
        return query(connection)
    finally:
        pool.release(connection)

# expect: failure_hidden
def run_query(pool, query):
    result = None
    connection = pool.acquire()
    try:
        result = query(connection)
    finally:
        pool.release(connection)
        return result

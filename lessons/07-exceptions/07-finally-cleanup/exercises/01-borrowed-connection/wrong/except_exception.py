# expect: lost_on_stop
def run_query(pool, query):
    connection = pool.acquire()
    try:
        result = query(connection)
    except Exception:
        pool.release(connection)
        raise
    pool.release(connection)
    return result

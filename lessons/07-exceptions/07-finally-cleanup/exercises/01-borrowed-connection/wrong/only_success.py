# expect: lost_on_failure
def run_query(pool, query):
    connection = pool.acquire()
    try:
        result = query(connection)
    except Exception:
        raise
    else:
        pool.release(connection)
    return result

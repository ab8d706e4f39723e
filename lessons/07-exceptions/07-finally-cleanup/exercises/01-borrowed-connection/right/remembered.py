def run_query(pool, query):
    acquired = False
    try:
        connection = pool.acquire()
        acquired = True
        result = query(connection)
    finally:
        if acquired:
            pool.release(connection)
    return result

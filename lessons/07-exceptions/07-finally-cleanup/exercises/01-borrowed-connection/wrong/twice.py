# expect: given_back_twice
def run_query(pool, query):
    connection = pool.acquire()
    try:
        result = query(connection)
        pool.release(connection)
        return result
    finally:
        pool.release(connection)

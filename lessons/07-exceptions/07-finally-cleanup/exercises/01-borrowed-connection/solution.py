def run_query(pool, query):
    """Run the query on a connection of the pool and return its result."""
    connection = pool.acquire()
    try:
        return query(connection)
    finally:
        pool.release(connection)


class Pool:
    """A pool to try things out with."""

    def acquire(self):
        print("acquire")
        return "connection 1"

    def release(self, connection):
        print("release", connection)


if __name__ == "__main__":
    print(run_query(Pool(), len))
    run_query(Pool(), int)

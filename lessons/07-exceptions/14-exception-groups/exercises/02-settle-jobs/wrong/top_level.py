# expect: top_level_only
def settle(run, queue):
    try:
        run()
    except* (TimeoutError, ConnectionError) as group:
        for error in group.exceptions:
            queue.append(str(error))

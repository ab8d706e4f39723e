# expect: group_as_text
def settle(run, queue):
    try:
        run()
    except* (TimeoutError, ConnectionError) as group:
        queue.append(str(group))

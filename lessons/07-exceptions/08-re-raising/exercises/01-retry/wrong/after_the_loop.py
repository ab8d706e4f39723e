# expect: nothing_active
def retry(action, attempts):
    for attempt in range(attempts):
        try:
            return action()
        except ConnectionError:
            print("failed")
    raise

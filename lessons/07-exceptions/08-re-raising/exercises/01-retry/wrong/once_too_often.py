# expect: wrong_count
def retry(action, attempts):
    failures = 0
    while True:
        try:
            return action()
        except ConnectionError:
            failures += 1
            if failures > attempts:
                raise
